using System.Text;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;

namespace Drydock.Maas.Client;

/// <summary>Takes lshw's XML out of the BSON that op=details answers.</summary>
internal static class Lshw
{
    public static string? Read(byte[] bson)
    {
        if (bson.Length == 0)
            return null;
        try
        {
            var document = BsonSerializer.Deserialize<BsonDocument>(bson);
            return document.TryGetValue("lshw", out var value) ? Text(value) : null;
        }
        catch (Exception e) when (e is FormatException or EndOfStreamException or IOException or BsonException)
        {
            throw new MaasConnectionException("NotMaas", $"The details of the machine are not the BSON that MAAS sends: {e.Message}", e);
        }
    }

    private static string? Text(BsonValue value) => value.BsonType switch
    {
        BsonType.Binary => Encoding.UTF8.GetString(value.AsByteArray),
        BsonType.String => value.AsString,
        _ => null,
    };
}
