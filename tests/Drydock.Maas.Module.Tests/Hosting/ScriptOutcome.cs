using System.Management.Automation;

namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>What a script wrote.</summary>
internal sealed record ScriptOutcome(
    IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings, IReadOnlyList<string> Verbose)
{
    /// <summary>The first part of the id of the only error.</summary>
    public string ErrorId => Assert.Single(Errors).FullyQualifiedErrorId.Split(',')[0];

    public IReadOnlyList<string> Texts => [.. Output.Select(o => o.ToString())];

    /// <summary>Fails the test where the script had errors.</summary>
    public ScriptOutcome Verify()
    {
        Assert.True(Errors.Count == 0, string.Join(Environment.NewLine, Errors.Select(e => $"{e.FullyQualifiedErrorId}: {e}")));
        return this;
    }

    /// <summary>A property of every object, as text.</summary>
    public IReadOnlyList<string?> Column(string property) => [.. Output.Select(o => o.Properties[property]?.Value?.ToString())];
}
