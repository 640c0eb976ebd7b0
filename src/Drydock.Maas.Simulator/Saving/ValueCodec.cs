using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Saving;

/// <summary>Plain values as JSON; what is neither plain nor a collection is an object with a number of its own.</summary>
internal static class ValueCodec
{
    private static readonly Dictionary<Type, Func<JsonElement, object>> Readers = new()
    {
        [typeof(string)] = json => json.GetString()!,
        [typeof(bool)] = json => json.GetBoolean(),
        [typeof(int)] = json => json.GetInt32(),
        [typeof(uint)] = json => json.GetUInt32(),
        [typeof(long)] = json => json.GetInt64(),
        [typeof(double)] = json => json.GetDouble(),
        [typeof(DateTimeOffset)] = json => json.GetDateTimeOffset(),
        [typeof(TimeSpan)] = json => TimeSpan.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        [typeof(byte[])] = json => json.GetBytesFromBase64(),
        [typeof(IPAddress)] = json => IPAddress.Parse(json.GetString()!),
        [typeof(IPNetwork)] = json => IPNetwork.Parse(json.GetString()!),
    };

    public static bool IsPlain(Type type) =>
        type.IsEnum || Readers.ContainsKey(type) || type.IsAssignableTo(typeof(JsonNode))
        || (Nullable.GetUnderlyingType(type) is { } inner && IsPlain(inner));

    public static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case JsonNode node:
                node.WriteTo(writer);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case byte[] octets:
                writer.WriteBase64StringValue(octets);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    public static object Read(JsonElement json, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Enum.Parse(type, json.GetString()!);
        return type.IsAssignableTo(typeof(JsonNode)) ? JsonNode.Parse(json.GetRawText())! : Readers[type](json);
    }
}
