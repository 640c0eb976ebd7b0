using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Client.Json;

/// <summary>
/// Whole numbers as MAAS sends them: now and then as a float (<c>199999868928.0</c>, the size of a RAID 10) or as a text.
/// </summary>
internal sealed class WholeNumberConverter<T> : JsonConverter<T>
    where T : struct, IBinaryInteger<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole))
            return Fit(whole);
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => Fit(number),
            JsonTokenType.String when decimal.TryParse(
                reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Fit(number),
            _ => throw new JsonException($"A whole number is expected, not {reader.TokenType}."),
        };
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(long.CreateChecked(value));

    private static T Fit(decimal number)
    {
        try
        {
            return number == decimal.Truncate(number) ? T.CreateChecked(number) : throw new JsonException($"{number} is no whole number.");
        }
        catch (OverflowException e)
        {
            throw new JsonException($"{number} is too large a number.", e);
        }
    }
}
