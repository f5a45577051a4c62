using System.Net;
using System.Text;
using Twilio.AuthStrategies;
using Twilio.Constant;
using Twilio.Rest;

namespace Twilio.Http;

/// <summary>A request of the API that has not been sent yet.</summary>
public class Request
{
    public Request(HttpMethod method, string url)
    {
        Method = method;
        Uri = new Uri(url);
        QueryParams = [];
        PostParams = [];
        HeaderParams = [];
        ContentType = method.ToString() == HttpMethod.Get.ToString() ? null : EnumConstants.ContentTypeEnum.FORM_URLENCODED;
    }

    public Request(
        HttpMethod method,
        Domain domain,
        string uri,
        string region = null,
        List<KeyValuePair<string, string>> queryParams = null,
        List<KeyValuePair<string, string>> postParams = null,
        string edge = null,
        List<KeyValuePair<string, string>> headerParams = null,
        EnumConstants.ContentTypeEnum contentType = null,
        string body = null)
        : this(method, $"https://{domain}.twilio.com{uri}")
    {
        Region = region;
        Edge = edge;
        QueryParams = queryParams ?? [];
        PostParams = postParams ?? [];
        HeaderParams = headerParams ?? [];
        ContentType = contentType ?? ContentType;
        Body = body;
    }

    public HttpMethod Method { get; }

    public Uri Uri { get; }

    public string Username { get; set; }

    public string Password { get; set; }

    public AuthStrategy AuthStrategy { get; set; }

    public string Region { get; set; }

    public string Edge { get; set; }

    public string[] UserAgentExtensions { get; set; }

    public List<KeyValuePair<string, string>> QueryParams { get; }

    public List<KeyValuePair<string, string>> PostParams { get; }

    public List<KeyValuePair<string, string>> HeaderParams { get; }

    public EnumConstants.ContentTypeEnum ContentType { get; set; }

    public string Body { get; set; }

    /// <summary>With the labels of edge and region, and the query.</summary>
    public Uri ConstructUrl()
    {
        var query = string.Join('&', QueryParams.Select(pair => $"{WebUtility.UrlEncode(pair.Key)}={WebUtility.UrlEncode(pair.Value)}"));
        var url = Located();
        return query.Length == 0 ? url : new Uri($"{url.OriginalString}?{query}");
    }

    public void SetAuth(string username, string password)
    {
        Username = username;
        Password = password;
    }

    public void SetAuth(AuthStrategy authStrategy) => AuthStrategy = authStrategy;

    public byte[] EncodePostParams() =>
        Encoding.UTF8.GetBytes(string.Join('&', PostParams.Select(pair => $"{Escape(pair.Key)}={Escape(pair.Value)}")));

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    /// <summary>product.edge.region.twilio.com; an edge alone lies in us1.</summary>
    private Uri Located()
    {
        if (Region is null && Edge is null)
            return Uri;
        var labels = Uri.Host.Split('.');
        var region = Region ?? (labels.Length > 3 ? labels[^3] : "us1");
        var edge = Edge ?? (labels.Length > 4 ? labels[^4] : null);
        string[] host = edge is null ? [labels[0], region, .. labels[^2..]] : [labels[0], edge, region, .. labels[^2..]];
        return new UriBuilder(Uri) { Host = string.Join('.', host) }.Uri;
    }
}
