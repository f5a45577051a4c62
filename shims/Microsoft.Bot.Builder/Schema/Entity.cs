using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Something an activity carries beside its text; <see cref="Type"/> says what.</summary>
public class Entity
{
    public Entity()
    {
    }

    public Entity(string type = null)
    {
        Type = type;
    }

    [JsonProperty("type")]
    public string Type { get; set; }

    /// <summary>Members of the JSON that the class does not know; they are written back as they came.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = [];

    /// <summary>This entity read as <typeparamref name="T"/>, by way of its JSON.</summary>
    public T GetAs<T>() => JObject.FromObject(this).ToObject<T>();

    /// <summary>Takes over every member of <paramref name="obj"/>, by way of its JSON.</summary>
    public void SetAs<T>(T obj)
    {
        var taken = JObject.FromObject(obj).ToObject<Entity>();
        Type = taken.Type;
        Properties = taken.Properties;
    }
}
