using System.Globalization;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Reads the fields of a form as Django does, and collects what is wrong with them.</summary>
internal sealed class FieldErrors(ParameterSet form)
{
    public const string Required = "This field is required.";
    public const string BadChoice = "Select a valid choice. That choice is not one of the available choices.";

    private readonly List<(string Field, List<string> Messages)> _errors = [];

    public bool Any => _errors.Count > 0;

    /// <summary>A check box: every text but "false" and the empty one means yes, even "0".</summary>
    public static bool IsTrue(string text) => text.Length > 0 && !text.Equals("false", StringComparison.OrdinalIgnoreCase);

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

    public int Number(string field, int otherwise, int minimum, int maximum)
    {
        if (form.Get(field) is not { Length: > 0 } text)
            return otherwise;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            Add(field, "Enter a whole number.");
        else if (number < minimum)
            Add(field, string.Create(CultureInfo.InvariantCulture, $"Ensure this value is greater than or equal to {minimum}."));
        else if (number > maximum)
            Add(field, string.Create(CultureInfo.InvariantCulture, $"Ensure this value is less than or equal to {maximum}."));
        return number;
    }

    /// <summary>Comma-separated or repeated values.</summary>
    public List<string> Values(string field, List<string> otherwise) =>
        form.EmptyLists.Contains(field) ? [] : form.Has(field) ? form.GetAll(field).SelectMany(Split).ToList() : otherwise;

    /// <summary>Whether a form sent the field without a value, which stands for no list but for one blank item.</summary>
    public bool IsBlank(string field) => form.Has(field) && !form.Nulls.Contains(field) && form.GetAll(field).All(string.IsNullOrEmpty);

    /// <summary>Leaves with a 400 when there is an error.</summary>
    public void ThrowIfAny(bool bare = false)
    {
        if (!Any)
            return;
        var answer = ApiResponse.Invalid(_errors.Select(error => (error.Field, error.Messages.ToArray())).ToArray());
        throw new ApiException(bare ? answer with { ContentType = ApiResponse.BareJsonType } : answer);
    }

    private static string[] Split(string text) =>
        text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
