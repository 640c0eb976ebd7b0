using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Security;

namespace Drydock.Maas.Design.Documents.Properties;

/// <summary>The mark that an export without secrets has in the place of a boot action's content, by which an import knows it again.</summary>
internal static partial class MaskedData
{
    public const string ErrorId = ErrorIds.MaskedSecret;

    public const string Message = "The secrets of this document were masked when it was exported, so that it cannot be provisioned; "
        + "export it with -IncludeSecret.";

    /// <summary>The mask for a content of so many characters.</summary>
    public static string Write(int length) => string.Create(CultureInfo.InvariantCulture, $"(secret, {length} characters)");

    /// <summary>Whether a text was masked when it was exported, as a whole or in an address.</summary>
    public static bool IsMasked(string? text) =>
        text is not null && (text == Secret.Mask || UrlCredential.IsHidden(text) || Mask().IsMatch(text));

    [GeneratedRegex("^\\(secret, [0-9]+ characters\\)$")]
    private static partial Regex Mask();
}
