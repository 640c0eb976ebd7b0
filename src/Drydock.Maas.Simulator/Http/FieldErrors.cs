using System.Globalization;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Reads the fields of a form as Django does, and collects what is wrong with them.</summary>
internal sealed class FieldErrors(ParameterSet form)
{
    public const string Required = "This field is required.";
    public const string BadChoice = "Select a valid choice. That choice is not one of the available choices.";

    private readonly List<(string Field, List<string> Messages)> _errors = [];

    public bool Any => _errors.Count > 0;

    public bool Has(string field) => _errors.Exists(error => error.Field == field);

    /// <summary>A check box: every text but "false" and the empty one means yes, even "0".</summary>
    public static bool IsTrue(string text) => text.Length > 0 && !text.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is said of a value that is none of the choices.</summary>
    public static string ChoiceText(string kind, IEnumerable<string> choices, string value) =>
        $"'{value}' is not a valid {kind}.  It should be one of: {string.Join(", ", choices.Select(choice => $"'{choice}'"))}.";

    public void Add(string field, string message)
    {
        var index = _errors.FindIndex(error => error.Field == field);
        if (index < 0)
            _errors.Add((field, [message]));
        else
            _errors[index].Messages.Add(message);
    }

    /// <summary>The text of a field that must be there.</summary>
    public string Text(string field)
    {
        var value = form.Get(field);
        if (string.IsNullOrWhiteSpace(value))
            Add(field, Required);
        return value?.Trim() ?? "";
    }

    public bool Flag(string field, bool otherwise) => form.Get(field) is { } text ? IsTrue(text) : otherwise;

    /// <summary>One for which only some words are yes; null where it is a check box like any other.</summary>
    public bool Flag(string field, bool otherwise, IReadOnlyList<string>? yes) =>
        yes is null || !form.Has(field) ? Flag(field, otherwise) : yes.Contains(form.Get(field), StringComparer.OrdinalIgnoreCase);

    public int Number(string field, int otherwise, int minimum, int maximum)
    {
        return OptionalNumber(field, minimum, maximum) ?? otherwise;
    }

    /// <summary>The number; null when none was sent, or one that will not do.</summary>
    public int? OptionalNumber(string field, int minimum, int maximum)
    {
        if (form.Get(field)?.Trim() is not { Length: > 0 } text)
            return null;
        if (!long.TryParse(WithoutDecimals(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            Add(field, "Enter a whole number.");
        else if (number < minimum)
            Add(field, string.Create(CultureInfo.InvariantCulture, $"Ensure this value is greater than or equal to {minimum}."));
        else if (number > maximum)
            Add(field, string.Create(CultureInfo.InvariantCulture, $"Ensure this value is less than or equal to {maximum}."));
        else
            return (int)number;
        return null;
    }

    /// <summary>Comma-separated or repeated values.</summary>
    public List<string> Values(string field, List<string> otherwise) =>
        form.EmptyLists.Contains(field) ? [] : form.Has(field) ? form.GetAll(field).SelectMany(Split).ToList() : otherwise;

    /// <summary>
    /// The items of a list, which commas part and repeating the field adds to; nothing is left out, so that an empty value is one blank item.
    /// Null in a JSON body becomes the word that Python shows it as.
    /// </summary>
    public List<string> Items(string field, List<string> otherwise) =>
        form.EmptyLists.Contains(field) ? []
        : form.Nulls.Contains(field) ? ["None"]
        : form.Has(field) ? form.GetAll(field).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)).ToList() : otherwise;

    /// <summary>Notes that an item of a list is blank, as the database's own check does.</summary>
    public void CheckItems(string field, IReadOnlyList<string> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Length == 0)
                Add(field, string.Create(CultureInfo.InvariantCulture, $"Item {i + 1} in the array did not validate: This field cannot be blank."));
        }
    }

    /// <summary>Notes that a text is longer than its field.</summary>
    public void CheckLength(string field, string text, int most)
    {
        if (text.Length > most)
            Add(field, string.Create(CultureInfo.InvariantCulture, $"Ensure this value has at most {most} characters (it has {text.Length})."));
    }

    /// <summary>Leaves with a 400 when there is an error.</summary>
    public void ThrowIfAny(bool bare = false)
    {
        if (!Any)
            return;
        var answer = ApiResponse.Invalid(_errors.Select(error => (error.Field, error.Messages.ToArray())).ToArray());
        throw new ApiException(bare ? answer with { ContentType = ApiResponse.BareJsonType } : answer);
    }

    /// <summary>Django takes 1500.0 for 1500.</summary>
    private static string WithoutDecimals(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && text.AsSpan(point + 1).TrimEnd('0').IsEmpty ? text[..point] : text;

    private static string[] Split(string text) =>
        text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
