using System.Text;
using Drydock.Maas.Models;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;

namespace Drydock.Maas.Client.Resources;

/// <summary>Reads the BSON that op=details answers.</summary>
internal static class DetailsReader
{
    public static MachineDetails Read(byte[] bson)
    {
        if (bson.Length == 0)
            return new MachineDetails();
        try
        {
            var document = BsonSerializer.Deserialize<BsonDocument>(bson);
            return new MachineDetails { Lshw = Text(document, "lshw"), Lldp = Text(document, "lldp") };
        }
        catch (Exception e) when (e is FormatException or EndOfStreamException or IOException or BsonException)
        {
            throw new MaasConnectionException(ErrorIds.NotMaas, $"The details of the machine are not the BSON that MAAS sends: {e.Message}", e);
        }
    }

    private static string? Text(BsonDocument document, string name) => document.GetValue(name, BsonNull.Value) switch
    {
        BsonBinaryData binary => Encoding.UTF8.GetString(binary.Bytes),
        BsonString text => text.Value,
        _ => null,
    };
}
