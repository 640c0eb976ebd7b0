using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources;

/// <summary>
/// Names of objects of one kind in paths and forms of MAAS: by number, by name, or by <c>aspect:value</c>; what stands between commas has all to hold.
/// </summary>
/// <param name="kind">MAAS's name of the kind, as 404s have it.</param>
/// <param name="all">The objects there are.</param>
/// <param name="plain">The test for a text without an aspect.</param>
/// <param name="aspects">The tests for values, by what stands before the colon.</param>
internal sealed class Specifiers<T>(
    string kind,
    Func<SimulatorState, IEnumerable<T>> all,
    Func<SimulatorState, string, Predicate<T>> plain,
    IReadOnlyDictionary<string, Func<SimulatorState, string, Predicate<T>>> aspects)
    where T : class
{
    /// <summary>What any of several texts names; a text after <c>!</c> or <c>not_</c> takes away, one after <c>&amp;</c> narrows.</summary>
    public List<T> FindAny(SimulatorState state, IEnumerable<string> texts)
    {
        Predicate<T>? test = null;
        foreach (var text in texts.Select(text => text.Trim()))
            test = Join(test, text, item => CreateTest(state, item));
        return [.. all(state).Where(item => test?.Invoke(item) != false)];
    }

    /// <summary>Everything one text names.</summary>
    public List<T> FindAll(SimulatorState state, string text)
    {
        var tests = text.Split(',').Select(part => CreateTest(state, part.Trim())).ToArray();
        return [.. all(state).Where(item => Array.TrueForAll(tests, test => test(item)))];
    }

    /// <summary>The one object a path names.</summary>
    /// <exception cref="ApiException">404: there is none; 403: there are several.</exception>
    public T Require(SimulatorState state, string text, Predicate<T>? within = null)
    {
        var found = FindAll(state, text).FindAll(within ?? (_ => true));
        return found.Count switch
        {
            0 => throw Lookup.Missing(kind),
            1 => found[0],
            _ => throw new ApiException(ApiResponse.Forbidden($"Too many {kind} objects match the given query.")),
        };
    }

    /// <summary>The object a field of a form names; null, and a word about it, where it names none.</summary>
    public T? Read(SimulatorState state, FieldErrors errors, string field, string text, Predicate<T>? within = null)
    {
        within ??= _ => true;
        if (Number(text) is { } number)
        {
            var numbered = FindAll(state, text).FindAll(within);
            if (numbered.Count == 0)
                errors.Add(field, string.Create(CultureInfo.InvariantCulture, $"None found with id={text}."));
            return numbered.FirstOrDefault();
        }

        var found = FindAll(state, text).FindAll(within);
        if (found.Count != 1)
            errors.Add(field, FieldErrors.BadChoice);
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The number in a text, be it alone or behind the kind as in <c>fabric-3</c>.</summary>
    public int? Number(string text)
    {
        if (IntegerText.Parse(text) is { } number)
            return number;
        var prefix = kind.ToLowerInvariant() + "-";
        return text.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(text[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static Predicate<T> Join(Predicate<T>? before, string text, Func<string, Predicate<T>> testOf)
    {
        var (without, narrows) = (text is ['!', ..] || text.StartsWith("not_", StringComparison.Ordinal), text is ['&', ..]);
        var test = testOf(text is ['!' or '&' or '|', ..] ? text[1..] : without ? text[4..] : text);
        return item => without ? before?.Invoke(item) != false && !test(item)
            : narrows ? before?.Invoke(item) != false && test(item)
            : before?.Invoke(item) == true || test(item);
    }

    private Predicate<T> CreateTest(SimulatorState state, string text)
    {
        var cut = text.IndexOf(':', StringComparison.Ordinal);
        return cut > 0 && aspects.TryGetValue(text[..cut], out var test) ? test(state, text[(cut + 1)..].Trim()) : plain(state, text);
    }
}
