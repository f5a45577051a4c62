using System.Collections;

namespace Microsoft.Bot.Builder;

/// <summary>Middleware in the order it was added: the first sees a turn first and its end last.</summary>
public class MiddlewareSet : IMiddleware, IEnumerable<IMiddleware>
{
    private readonly List<IMiddleware> _middleware = [];

    public MiddlewareSet()
    {
    }

    public IEnumerator<IMiddleware> GetEnumerator() => _middleware.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets the set stand as one middleware inside another set: it has ended when what follows it begins.</summary>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        await RunFromAsync(0, turnContext, null, cancellationToken).ConfigureAwait(false);
        await next(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the middleware and, where each passes the turn on, <paramref name="callback"/> at the end.</summary>
    public async Task ReceiveActivityWithStatusAsync(
        ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        NextDelegate last = callback is null ? null : token => callback(turnContext, token);
        await RunFromAsync(0, turnContext, last, cancellationToken).ConfigureAwait(false);
    }

    public MiddlewareSet Use(IMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }

    private Task RunFromAsync(int index, ITurnContext turnContext, NextDelegate last, CancellationToken cancellationToken)
    {
        if (index < _middleware.Count)
        {
            return _middleware[index].OnTurnAsync(
                turnContext, token => RunFromAsync(index + 1, turnContext, last, token), cancellationToken);
        }

        return last is null ? Task.CompletedTask : last(cancellationToken);
    }
}
