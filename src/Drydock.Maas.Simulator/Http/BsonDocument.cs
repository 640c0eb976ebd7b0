using System.Buffers.Binary;
using System.Text;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Writes the one shape of BSON that op=details answers: names to binary data or null.</summary>
internal static class BsonDocument
{
    private const byte Binary = 0x05;
    private const byte Null = 0x0A;

    public static byte[] Write(params (string Name, byte[]? Value)[] members)
    {
        using var body = new MemoryStream();
        body.Write(new byte[sizeof(int)]);
        foreach (var (name, value) in members)
        {
            body.WriteByte(value is null ? Null : Binary);
            body.Write(Encoding.UTF8.GetBytes(name));
            body.WriteByte(0);
            if (value is null)
                continue;
            body.Write(Int(value.Length));
            body.WriteByte(0);
            body.Write(value);
        }

        body.WriteByte(0);
        var bytes = body.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
        return bytes;
    }

    private static byte[] Int(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
