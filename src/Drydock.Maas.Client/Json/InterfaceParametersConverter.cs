using System.Text.Json;
using System.Text.Json.Serialization;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Json;

/// <summary>MAAS sends an empty text where an interface has no parameters.</summary>
internal sealed class InterfaceParametersConverter : JsonConverter<InterfaceParameters?>
{
    public override InterfaceParameters? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            return JsonSerializer.Deserialize(ref reader, MaasJson.Default.InterfaceParameters);
        return null;
    }

    public override void Write(Utf8JsonWriter writer, InterfaceParameters? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, MaasJson.Default.InterfaceParameters!);
}
