using System.Text.Json;
using System.Text.Json.Nodes;
using Senim.FakeBotApi.Methods;
using Senim.FakeBotApi.Webhooks;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi.Http;

/// <summary>An answer of the Bot API.</summary>
internal sealed record ApiAnswer(int Status, string Json);

/// <summary>Carries calls out, one at a time, and writes each into the log.</summary>
internal sealed class ApiDispatcher : IDisposable
{
    private readonly BotWorld _world;

    public ApiDispatcher(BotWorld world)
    {
        _world = world;
        Delivery = new UpdateDelivery(world, CarryOutWebhookAnswerAsync);
    }

    public UpdateDelivery Delivery { get; }

    public Fault? TakeFault(string method, ApiParameters parameters)
    {
        lock (_world.Gate)
            return _world.Faults.Take(method, parameters.Long("chat_id"));
    }

    public async Task<ApiAnswer> CallAsync(string method, ApiParameters parameters, CancellationToken aborted)
    {
        if (!method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))
            return Call(method, parameters, fromWebhook: false);
        try
        {
            var updates = await Delivery.GetUpdatesAsync(parameters, aborted);
            lock (_world.Gate)
                return Accept("getUpdates", parameters, updates, null, fromWebhook: false);
        }
        catch (BotApiRefusal refusal)
        {
            lock (_world.Gate)
                return Refuse("getUpdates", parameters, refusal, fromWebhook: false);
        }
    }

    public ApiAnswer Spoil(string method, ApiParameters parameters, Fault fault)
    {
        lock (_world.Gate)
            return Refuse(method, parameters, new BotApiRefusal(fault.ErrorCode, fault.Description) { RetryAfter = fault.RetryAfter }, fromWebhook: false);
    }

    public void Dispose() => Delivery.Dispose();

    private Task CarryOutWebhookAnswerAsync(JsonObject answer)
    {
        var method = answer["method"]!.ToString();
        answer.Remove("method");
        var parameters = ApiParameters.FromJson(answer);
        if (TakeFault(method, parameters) is { Kind: not FaultKind.Delay and not FaultKind.DropAnswer } fault)
        {
            lock (_world.Gate)
                Refuse(method, parameters, new BotApiRefusal(fault.ErrorCode, fault.Description), fromWebhook: true);
        }
        else
            Call(method, parameters, fromWebhook: true);
        return Task.CompletedTask;
    }

    private ApiAnswer Call(string method, ApiParameters parameters, bool fromWebhook)
    {
        lock (_world.Gate)
        {
            try
            {
                var (result, description) = CarryOut(method, parameters);
                return Accept(method, parameters, result.ToJsonString(), description, fromWebhook);
            }
            catch (BotApiRefusal refusal)
            {
                return Refuse(method, parameters, refusal, fromWebhook);
            }
            catch (Exception wrongType) when (wrongType is InvalidOperationException or FormatException)
            {
                return Refuse(method, parameters, BotApiRefusal.BadRequest("a parameter has the wrong type"), fromWebhook);
            }
        }
    }

    private (JsonNode Result, string? Description) CarryOut(string method, ApiParameters parameters) => method.ToUpperInvariant() switch
    {
        "SETWEBHOOK" => Delivery.SetWebhook(parameters),
        "DELETEWEBHOOK" => Delivery.DeleteWebhook(parameters),
        "GETWEBHOOKINFO" => (Delivery.GetWebhookInfo(), null),
        _ when MethodTable.Methods.TryGetValue(method, out var carryOut) => (carryOut(_world, parameters), null),
        _ => throw new BotApiRefusal(404, "Not Found: method not found"),
    };

    private ApiAnswer Accept(string method, ApiParameters parameters, string resultJson, string? description, bool fromWebhook)
    {
        Log(method, parameters, 0, null, fromWebhook);
        var note = description is null ? string.Empty : $",\"description\":{JsonSerializer.Serialize(description)}";
        return new ApiAnswer(200, $"{{\"ok\":true,\"result\":{resultJson}{note}}}");
    }

    private ApiAnswer Refuse(string method, ApiParameters parameters, BotApiRefusal refusal, bool fromWebhook)
    {
        Log(method, parameters, refusal.ErrorCode, refusal.Message, fromWebhook);
        return Refusal(refusal);
    }

    public static ApiAnswer Refusal(BotApiRefusal refusal)
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = refusal.ErrorCode, ["description"] = refusal.Message };
        if (refusal.RetryAfter is { } seconds)
            json["parameters"] = new JsonObject { ["retry_after"] = seconds };
        return new ApiAnswer(refusal.ErrorCode, json.ToJsonString());
    }

    private void Log(string method, ApiParameters parameters, int errorCode, string? description, bool fromWebhook)
    {
        _world.Calls.Add(new ApiCall(
            _world.Calls.Count + 1,
            _world.Now,
            method,
            JsonSerializer.SerializeToElement(parameters.Values),
            parameters.Long("chat_id"),
            errorCode,
            description,
            fromWebhook));
        _world.SignalChange();
    }
}
