using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Reads the fields that storage forms have in common.</summary>
internal sealed partial class StorageFields(ParameterSet form, FieldErrors errors)
{
    public const string NotValid = "Enter a valid value.";

    /// <summary>Bytes, or a number of K, M, G, T, P or E; null when nothing was sent.</summary>
    public long? Size(string field, long least = long.MinValue, long most = long.MaxValue, bool required = false)
    {
        var text = form.Get(field) ?? "";
        if (text.Length == 0)
        {
            if (required)
                errors.Add(field, FieldErrors.Required);
            return null;
        }

        if (FormSize.ParseBytes(text) is not { } size)
            errors.Add(field, NotValid);
        else if (size < least)
            errors.Add(field, TooSmall(least));
        else if (size > most)
            errors.Add(field, string.Create(CultureInfo.InvariantCulture, $"Ensure this value is less than or equal to {most}."));
        else
            return size;
        return null;
    }

    public static string TooSmall(long least) =>
        string.Create(CultureInfo.InvariantCulture, $"Ensure this value is greater than or equal to {least}.");

    /// <summary>The name of a RAID or bcache, which MAAS's description calls optional.</summary>
    /// <exception cref="ApiException">400: there is none, which no form but the database objects to.</exception>
    public static string DemandName(ParameterSet form) => form.Get("name")?.Trim() is { Length: > 0 } name
        ? name
        : throw new ApiException(ApiResponse.BareInvalid("name", "This field cannot be blank."));

    /// <summary>A UUID of version 4; null when none was sent.</summary>
    public string? Uuid(string field = "uuid")
    {
        if (form.Get(field) is not { Length: > 0 } text)
            return null;
        CheckLength(field, text, 32, 36);
        if (!Version4().IsMatch(text))
            errors.Add(field, NotValid);
        return text;
    }

    public string? Choice(string field, IEnumerable<string> choices, bool required)
    {
        if (form.Get(field) is not { Length: > 0 } text)
        {
            if (required)
                errors.Add(field, FieldErrors.Required);
            return null;
        }

        if (choices.Contains(text))
            return text;
        errors.Add(field, $"Select a valid choice. {text} is not one of the available choices.");
        return null;
    }

    /// <summary>A path from the root on; null when it is none.</summary>
    public string? AbsolutePath(string field, bool required)
    {
        if (form.Get(field) is not { Length: > 0 } text)
        {
            if (required)
                errors.Add(field, FieldErrors.Required);
            return null;
        }

        if (text[0] == '/')
            return text;
        errors.Add(field, NotValid);
        return null;
    }

    private void CheckLength(string field, string text, int least, int most)
    {
        var length = string.Create(CultureInfo.InvariantCulture, $"(it has {text.Length}).");
        if (text.Length < least)
            errors.Add(field, $"Ensure this value has at least {least} characters {length}");
        else if (text.Length > most)
            errors.Add(field, $"Ensure this value has at most {most} characters {length}");
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?4[0-9a-fA-F]{3}-?[89abAB][0-9a-fA-F]{3}-?[0-9a-fA-F]{12}")]
    private static partial Regex Version4();
}
