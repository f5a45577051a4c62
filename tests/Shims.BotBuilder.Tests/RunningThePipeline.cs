using Microsoft.Bot.Builder;

namespace Senim.Shims.BotBuilder.Tests;

public class RunningThePipeline
{
    private readonly RecordingAdapter _adapter = new();
    private readonly List<string> _steps = [];

    [Fact]
    public async Task Middleware_runs_in_the_order_it_was_added_and_unwinds_in_reverse()
    {
        _adapter.Use(new Step("a", _steps)).Use(new Step("b", _steps));

        await _adapter.RunAsync(Incoming.Message("x"), Bot);

        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], _steps);
    }

    [Fact]
    public async Task Middleware_that_does_not_go_on_ends_the_turn()
    {
        _adapter.Use(new Step("a", _steps)).Use(new Step("gate", _steps, goesOn: false)).Use(new Step("b", _steps));

        await _adapter.RunAsync(Incoming.Message("x"), Bot);

        Assert.Equal(["a in", "gate in", "gate out", "a out"], _steps);
    }

    [Fact]
    public async Task A_set_inside_another_ends_before_what_follows_it_begins()
    {
        var inner = new MiddlewareSet().Use(new Step("b", _steps)).Use(new Step("c", _steps));
        _adapter.Use(new Step("a", _steps)).Use(inner).Use(new Step("d", _steps));

        await _adapter.RunAsync(Incoming.Message("x"), Bot);

        Assert.Equal(["a in", "b in", "c in", "c out", "b out", "d in", "bot", "d out", "a out"], _steps);
        Assert.Equal(3, _adapter.MiddlewareSet.Count());
    }

    [Fact]
    public async Task The_token_of_a_middleware_reaches_what_comes_after_it()
    {
        using var source = new CancellationTokenSource();
        _adapter.Use(new TokenSetter(source.Token));
        var seen = CancellationToken.None;

        await _adapter.RunAsync(Incoming.Message("x"), (_, token) =>
        {
            seen = token;
            return Task.CompletedTask;
        });

        Assert.Equal(source.Token, seen);
    }

    [Fact]
    public async Task What_a_turn_throws_goes_to_the_error_handler_with_the_turn()
    {
        Exception? handled = null;
        _adapter.OnTurnError = async (turn, exception) =>
        {
            handled = exception;
            await turn.SendActivityAsync("102, 111");
        };

        await _adapter.RunAsync(Incoming.Message("x"), (_, _) => throw new InvalidOperationException("broken"));

        Assert.Equal("broken", handled?.Message);
        Assert.Equal("102, 111", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task Middleware_can_catch_before_the_error_handler_does()
    {
        _adapter.OnTurnError = (_, _) => throw new InvalidOperationException("not reached");
        _adapter.Use(new Catcher());

        await _adapter.RunAsync(Incoming.Message("x"), (_, _) => throw new InvalidOperationException("broken"));

        Assert.Equal("caught broken", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task Without_an_error_handler_the_exception_reaches_the_caller()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => _adapter.RunAsync(Incoming.Message("x"), (_, _) => throw new InvalidOperationException("broken")));

        Assert.Equal("broken", thrown.Message);
    }

    private Task Bot(ITurnContext turn, CancellationToken cancellationToken)
    {
        _steps.Add("bot");
        return Task.CompletedTask;
    }

    private sealed class Step(string name, List<string> steps, bool goesOn = true) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            steps.Add(name + " in");
            if (goesOn)
                await next(cancellationToken);

            steps.Add(name + " out");
        }
    }

    private sealed class TokenSetter(CancellationToken token) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => next(token);
    }

    private sealed class Catcher : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            try
            {
                await next(cancellationToken);
            }
            catch (InvalidOperationException e)
            {
                await turnContext.SendActivityAsync("caught " + e.Message, cancellationToken: cancellationToken);
            }
        }
    }
}
