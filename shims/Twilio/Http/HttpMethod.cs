namespace Twilio.Http;

public class HttpMethod(string method)
{
    public static readonly HttpMethod Get = new("GET");
    public static readonly HttpMethod Post = new("POST");
    public static readonly HttpMethod Delete = new("DELETE");

    private readonly string _method = method;

    public static implicit operator HttpMethod(string value) => new(value);

    public override string ToString() => _method;
}
