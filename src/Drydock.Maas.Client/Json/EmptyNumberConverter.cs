using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Client.Json;

/// <summary>MAAS sends an empty text where a script has no time yet.</summary>
internal sealed class EmptyNumberConverter : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : null;

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.GetValueOrDefault());
}
