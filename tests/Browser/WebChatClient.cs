namespace Senim.Browser;

/// <summary>The Web Chat client of the Bot Framework (npm <c>botframework-webchat</c>, MIT), as other sites embed it.</summary>
public static class WebChatClient
{
    /// <summary>Put there by <c>./test</c>; not part of the repository.</summary>
    public static string ScriptPath { get; } =
        RepositoryRoot.Combine("artifacts", "webchat", "node_modules", "botframework-webchat", "dist", "webchat.js");
}
