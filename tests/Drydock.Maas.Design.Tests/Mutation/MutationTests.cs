using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Mutation;

/// <summary>A valid site spoilt in more than 500 ways: import finds each and names the place, or the list says why it need not.</summary>
public sealed class MutationTests
{
    private const int Least = 500;
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };
    private readonly MutationSite _site = new();
    private readonly List<HarmlessMutation> _harmless = JsonSerializer.Deserialize<List<HarmlessMutation>>(
        File.ReadAllText(ListPath()), Options)!;

    [Fact]
    public void The_site_is_valid()
    {
        Assert.Empty(TestDesign.Read(_site.Text).Warnings);
        Assert.Equal(2, TestDesign.Read(_site.Text).Nodes.Count);
    }

    [Fact]
    public void Every_mutation_is_found_at_its_place_or_listed_as_harmless()
    {
        var mutations = _site.Mutations().ToList();
        Assert.True(mutations.Count >= Least, $"There are only {mutations.Count} mutations.");
        var missed = mutations.Where(m => !_harmless.Exists(h => h.Covers(m)) && !IsFound(m, Problems(m)))
            .Select(m => $"{m}: {string.Join(" | ", Problems(m))}").ToList();
        Assert.True(missed.Count == 0,
            string.Join(Environment.NewLine, missed.Prepend($"{missed.Count} of {mutations.Count} are missed:")));
    }

    [Fact]
    public void Every_entry_of_the_list_is_needed()
    {
        var passed = _site.Mutations().Where(m => !IsFound(m, Problems(m))).ToList();
        Assert.Empty(_harmless.Where(h => !passed.Exists(h.Covers)).Select(h => h.ToString()));
    }

    [Fact]
    public void Every_entry_of_the_list_has_a_reason() => Assert.All(_harmless, h => Assert.True(h.Reason.Length > 20, h.ToString()));

    private IReadOnlyList<DesignProblem> Problems(Mutation mutation)
    {
        try
        {
            TestDesign.Read(_site.Apply(mutation));
            return [];
        }
        catch (DesignException e)
        {
            return e.Problems;
        }
    }

    private static bool IsFound(Mutation mutation, IReadOnlyList<DesignProblem> problems) =>
        problems.Any(p => p.Location is not null
            && (mutation.IsInContent
                ? NamesPath(p, mutation) || NamesKey(p, mutation) || NamesDocument(p, mutation)
                : IsAtDocument(p, mutation)));

    /// <summary>The path itself, something within it, or what it was taken out of.</summary>
    private static bool NamesPath(DesignProblem problem, Mutation mutation) =>
        problem.Document == mutation.Name && problem.Path is { } path && (IsWithin(path, mutation.Path) || IsWithin(mutation.Path, path));

    private static bool IsWithin(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[');

    private static bool IsAtDocument(DesignProblem problem, Mutation mutation)
    {
        var line = problem.Location!.Line - (mutation.Document * MutationSite.LinesADocument);
        return (problem.Path is null && line is >= 1 and <= MutationSite.LinesADocument) || problem.Document == mutation.Name
            || NamesDocument(problem, mutation);
    }

    /// <summary>A key that is gone is missed where something was to come from it.</summary>
    private static bool NamesKey(DesignProblem problem, Mutation mutation) =>
        problem.Document == mutation.Name && mutation.Steps[^1] is string key
            && problem.Message.Contains(key.Replace('_', ' '), StringComparison.Ordinal);

    /// <summary>A document that is no longer what it was is missed by those that refer to it.</summary>
    private static bool NamesDocument(DesignProblem problem, Mutation mutation) =>
        problem.Document != mutation.Name && Regex.IsMatch(problem.Message, $@"\b{Regex.Escape(mutation.Name.Split(' ')[1])}\b");

    private static string ListPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "harmless.json");
}
