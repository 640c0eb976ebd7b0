using System.Management.Automation;
using System.Text.Json;

namespace Drydock.Maas.Commands.Connection;

/// <summary>Makes objects of JSON, as a script expects them.</summary>
internal static class JsonObjects
{
    /// <summary>
    /// A PSObject for an object, an array for a list; whole numbers are Int64, be they written as floats (MAAS has sizes such as 1234.0). Each resource of MAAS on the first level says in MaasUrl where
    /// it is, so that nobody takes it for that of another MAAS.
    /// </summary>
    public static object? Read(ReadOnlyMemory<byte> json, Uri server)
    {
        using var document = JsonDocument.Parse(json);
        var read = Read(document.RootElement);
        foreach (var resource in (read as object?[] ?? [read]).OfType<PSObject>().Where(o => o.Properties["resource_uri"] is not null))
            resource.Properties.Add(new PSNoteProperty("MaasUrl", server));
        return read;
    }

    private static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Read).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => ReadNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object ReadNumber(JsonElement element)
    {
        if (element.TryGetInt64(out var whole))
            return whole;
        if (element.TryGetDecimal(out var number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue)
            return (long)number;
        return element.GetDouble();
    }

    private static PSObject ReadObject(JsonElement element)
    {
        var result = new PSObject();
        foreach (var member in element.EnumerateObject().Where(m => result.Properties[m.Name] is null))
            result.Properties.Add(new PSNoteProperty(member.Name, Read(member.Value)));
        return result;
    }
}
