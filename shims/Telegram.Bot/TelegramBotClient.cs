using System.Net;
using System.Text.Json;
using Telegram.Bot.Args;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types;

namespace Telegram.Bot;

/// <summary>Speaks HTTP to a Bot API server. Safe for use from many threads.</summary>
public class TelegramBotClient : ITelegramBotClient
{
    private const string Unreadable = "There was an exception during deserialization of the response";
    private const string Incomplete = "Required properties not found in response";
    private readonly TelegramBotClientOptions _options;
    private readonly HttpClient _httpClient;

    public TelegramBotClient(TelegramBotClientOptions options, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        // Connections are renewed now and then so that a changed address of the server is noticed.
        _httpClient = httpClient ?? new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(3) });
        GlobalCancelToken = cancellationToken;
    }

    public TelegramBotClient(string token, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken)
    {
    }

    public event AsyncEventHandler<ApiRequestEventArgs>? OnMakingApiRequest;

    public event AsyncEventHandler<ApiResponseEventArgs>? OnApiResponseReceived;

    public string Token => _options.Token;

    public long BotId => _options.BotId;

    public bool LocalBotServer => _options.LocalBotServer;

    /// <summary>Of one attempt; 100 seconds unless set.</summary>
    public TimeSpan Timeout
    {
        get => _httpClient.Timeout;
        set => _httpClient.Timeout = value;
    }

    public CancellationToken GlobalCancelToken { get; }

    public IExceptionParser ExceptionsParser { get; set; } = new DefaultExceptionParser();

    /// <summary>Waits and sends again when the server answers 429 with a wait that <see cref="TelegramBotClientOptions.RetryThreshold"/> allows.</summary>
    public virtual async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            using var httpRequest = new HttpRequestMessage(request.HttpMethod, $"{_options.BaseRequestUrl}/{request.MethodName}");
            httpRequest.Content = request.ToHttpContent();
            var args = new ApiRequestEventArgs(request, httpRequest);
            if (OnMakingApiRequest is { } making)
                await Raise(making, args, cancellation.Token).ConfigureAwait(false);

            using var response = await Send(httpRequest, HttpCompletionOption.ResponseContentRead, cancellation.Token).ConfigureAwait(false);
            if (OnApiResponseReceived is { } received)
                await Raise(received, new ApiResponseEventArgs(response, args), cancellation.Token).ConfigureAwait(false);

            if (response.StatusCode == HttpStatusCode.OK)
                return await ReadResult<TResponse>(response, cancellation.Token).ConfigureAwait(false);

            var refusal = await ReadRefusal(response, cancellation.Token).ConfigureAwait(false);
            if (refusal.ErrorCode != (int)HttpStatusCode.TooManyRequests || attempt >= _options.RetryCount
                || refusal.Parameters?.RetryAfter is not { } seconds || seconds > _options.RetryThreshold || _options.RetryThreshold == 0)
                throw ExceptionsParser.Parse(refusal);
            await Task.Delay(TimeSpan.FromSeconds(seconds), cancellation.Token).ConfigureAwait(false);
        }
    }

    public async Task<bool> TestApi(CancellationToken cancellationToken = default)
    {
        try
        {
            await SendRequest(new GetMeRequest(), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode == (int)HttpStatusCode.Unauthorized)
        {
            return false;
        }
    }

    /// <exception cref="ArgumentException">The path is empty.</exception>
    public async Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        ArgumentNullException.ThrowIfNull(destination);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        using var httpRequest = new HttpRequestMessage(HttpMethod.Get, $"{_options.BaseFileUrl}/{filePath}");
        using var response = await Send(httpRequest, HttpCompletionOption.ResponseHeadersRead, cancellation.Token).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw ExceptionsParser.Parse(await ReadRefusal(response, cancellation.Token).ConfigureAwait(false));
        try
        {
            await response.Content.CopyToAsync(destination, cancellation.Token).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or HttpIOException)
        {
            throw new RequestException("The file broke off while it was downloaded", response.StatusCode, broken);
        }
    }

    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DownloadFile(file.FilePath ?? throw new ArgumentException("The file has no path; it comes from GetFile.", nameof(file)), destination, cancellationToken);
    }

    private async ValueTask Raise<TArgs>(AsyncEventHandler<TArgs> handlers, TArgs args, CancellationToken cancellationToken)
    {
        foreach (var handler in handlers.GetInvocationList().Cast<AsyncEventHandler<TArgs>>())
            await handler(this, args, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        try
        {
            return await _httpClient.SendAsync(request, completion, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception stopped) when (cancellationToken.IsCancellationRequested)
        {
            throw new TaskCanceledException(stopped.Message, stopped, cancellationToken);
        }
        catch (TaskCanceledException timedOut)
        {
            throw new RequestException("Bot API Request timed out", timedOut);
        }
        catch (Exception failed)
        {
            throw new RequestException($"Bot API Service Failure: {failed.GetType().Name}: {failed.Message}", failed);
        }
    }

    private static async Task<TResponse> ReadResult<TResponse>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = await Read<ApiResult<TResponse>>(response, cancellationToken).ConfigureAwait(false);
        return answer is { Ok: true, Result: { } result }
            ? result
            : throw new RequestException(Incomplete, response.StatusCode);
    }

    private static async Task<ApiResponse> ReadRefusal(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var failure = await Read<ApiFailure>(response, cancellationToken).ConfigureAwait(false);
        return failure is { ErrorCode: { } code, Description: { } description }
            ? new ApiResponse { ErrorCode = code, Description = description, Parameters = failure.Parameters }
            : throw new RequestException(Incomplete, response.StatusCode);
    }

    /// <exception cref="RequestException">Also for a cancellation that comes while the answer is being read.</exception>
    private static async Task<T?> Read<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync<T>(body, JsonBotAPI.Options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException or FormatException or OperationCanceledException)
        {
            throw new RequestException(Unreadable, response.StatusCode, unreadable);
        }
    }
}
