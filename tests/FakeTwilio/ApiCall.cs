namespace Senim.FakeTwilio;

/// <summary>A call of the API, in the order in which calls came.</summary>
/// <param name="Path">Without the query.</param>
/// <param name="Parameters">Of the query, then of the form, as sent.</param>
/// <param name="Status">HTTP; 0 when the connection was broken or left hanging.</param>
/// <param name="Code">Twilio's number of the error; 0 when it was carried out, -1 when a fault kept it from being so without one.</param>
public sealed record ApiCall(int Number, DateTimeOffset Time, string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Parameters, int Status, int Code)
{
    public bool Ok => Status is >= 200 and < 400;

    /// <summary>A parameter; null when it is absent.</summary>
    public string? this[string parameter] => Parameters.Where(pair => pair.Key == parameter).Select(pair => pair.Value).FirstOrDefault();

    public override string ToString() => $"{Number} {Method} {Path} {string.Join('&', Parameters.Select(pair => $"{pair.Key}={pair.Value}"))} -> {Status} {Code}";
}
