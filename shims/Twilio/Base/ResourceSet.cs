using System.Collections;
using System.Reflection;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Rest;

namespace Twilio.Base;

/// <summary>
/// The records of a list, to be enumerated once. Further pages are asked for on the way, while the calling thread waits.
/// A limit is not kept to the record: whole pages are given until it is reached, at most one record more than it names.
/// </summary>
public class ResourceSet<T> : IEnumerable<T>
    where T : Resource
{
    private readonly ITwilioRestClient _client;
    private readonly long? _limit;
    private readonly long? _pageLimit;
    private Page<T> _page;
    private long _pages;
    private long _given;

    public ResourceSet(Page<T> page, ReadOptions<T> options, ITwilioRestClient client)
    {
        _page = page;
        _client = client;
        _limit = options.Limit;
        _pageLimit = _limit is { } limit ? (long)Math.Ceiling((double)limit / Math.Max(page.PageSize, 1)) : null;
    }

    public bool AutoPaging { get; set; } = true;

    /// <exception cref="TargetInvocationException">A further page failed; the reason lies inside.</exception>
    public IEnumerator<T> GetEnumerator()
    {
        while (_page is not null)
        {
            foreach (var record in _page.Records)
            {
                if (_given > _limit)
                    yield break;
                _given++;
                yield return record;
            }

            _pages++;
            if (_pages >= _pageLimit)
                _page = null;
            else if (AutoPaging && _page.HasNextPage())
                _page = Next();
            else
                yield break;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Page<T> Next()
    {
        try
        {
            var response = _client.Request(new Request(Twilio.Http.HttpMethod.Get, _page.GetNextPageUrl(Domain.Api)));
            return Page<T>.FromJson(_page.RecordKey, response.Content);
        }
        catch (Exception failed)
        {
            throw new TargetInvocationException(failed);
        }
    }
}
