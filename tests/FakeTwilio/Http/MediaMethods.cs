using System.Text.Json.Nodes;
using Senim.FakeTwilio.World;

namespace Senim.FakeTwilio.Http;

/// <summary>The files of a message. They stay when the message is deleted, so that a forgotten one is seen.</summary>
internal sealed class MediaMethods(SmsWorld world)
{
    public ApiAnswer List(ApiRequest request, string messageSid)
    {
        request.AllowOnly("PageSize", "DateCreated", "DateCreated<", "DateCreated>");
        var message = world.Find(messageSid) ?? throw TwilioRefusal.NotFound(request.Path);
        return ApiAnswer.Of(new JsonObject
        {
            ["first_page_uri"] = request.Path + "?PageSize=50&Page=0",
            ["end"] = Math.Max(message.Media.Count - 1, 0),
            ["previous_page_uri"] = null,
            ["media_list"] = new JsonArray([.. message.Media.Select(media => media.ToJson(world.Options.AccountSid))]),
            ["uri"] = request.Path + "?PageSize=50&Page=0",
            ["page_size"] = 50,
            ["start"] = 0,
            ["next_page_uri"] = null,
            ["page"] = 0,
        });
    }

    public ApiAnswer Fetch(ApiRequest request, string messageSid, string mediaSid)
    {
        request.AllowOnly();
        return ApiAnswer.Of(Find(request, messageSid, mediaSid).ToJson(world.Options.AccountSid));
    }

    /// <summary>The content lies elsewhere, where no credentials are asked for.</summary>
    public ApiAnswer Redirect(ApiRequest request, string messageSid, string mediaSid)
    {
        request.AllowOnly();
        return new ApiAnswer(307, string.Empty, Location: world.MediaLocation ?? "/media-content/" + Find(request, messageSid, mediaSid).Sid);
    }

    public ApiAnswer Delete(ApiRequest request, string messageSid, string mediaSid)
    {
        request.AllowOnly();
        var media = Find(request, messageSid, mediaSid);
        world.Messages.First(message => message.Sid == messageSid).Media.Remove(media);
        return ApiAnswer.NoContent;
    }

    private StoredMedia Find(ApiRequest request, string messageSid, string mediaSid) =>
        world.Messages.Where(message => message.Sid == messageSid).SelectMany(message => message.Media).FirstOrDefault(media => media.Sid == mediaSid)
        ?? throw TwilioRefusal.NotFound(request.Path);
}
