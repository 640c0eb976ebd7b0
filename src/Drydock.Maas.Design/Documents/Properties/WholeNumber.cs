using System.Globalization;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Properties;

/// <summary>Reads whole numbers the way Airship does, except where it would take one number for another.</summary>
internal static class WholeNumber
{
    /// <summary>The number, or why it is none.</summary>
    public static (int? Number, string? Reason) Read(string text) => ScalarKinds.Resolve(text) switch
    {
        YamlScalarKind.Integer when ScalarKinds.IsOctal(text) =>
            (null, $"{text} is an octal number to YAML 1.1: write it without the leading zero."),
        YamlScalarKind.Integer when ScalarKinds.Value(text) is { } number => (number, null),
        YamlScalarKind.Float when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue => ((int)number, null),
        _ => (null, $"\"{text}\" is no whole number in the range of numbers."),
    };
}
