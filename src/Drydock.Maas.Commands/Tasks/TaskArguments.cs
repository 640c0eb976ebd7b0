using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>Reads the arguments of a task that may be of several types; refuses what means nothing.</summary>
internal sealed class TaskArguments(Action<ErrorRecord> refuse)
{
    /// <summary>A strategy as the path or name it is, or as a plain mapping.</summary>
    public object? ReadStrategy(object? given)
    {
        switch (PlainValues.Unwrap(given))
        {
            case FileInfo file:
                return file.FullName;
            case null or string or IDictionary:
                return PlainValues.Unwrap(given);
            case var other:
                refuse(ErrorRecords.InvalidArgument(
                    ErrorIds.InvalidStrategy, $"A deployment strategy is a file, a name or a hashtable, not \"{other}\".", other));
                return null;
        }
    }

    /// <summary>Time limits in minutes.</summary>
    public Dictionary<string, double> ReadTimeouts(Hashtable given) =>
        given.Keys.Cast<object>().ToDictionary(key => $"{key}", key => ReadMinutes($"{key}", given[key]), StringComparer.Ordinal);

    private double ReadMinutes(string name, object? value)
    {
        if (LanguagePrimitives.TryConvertTo<double>(value, CultureInfo.InvariantCulture, out var minutes))
            return minutes;
        refuse(ErrorRecords.InvalidArgument(ErrorIds.InvalidTimeout, $"{name} is in minutes, not \"{value}\".", value));
        return 0;
    }
}
