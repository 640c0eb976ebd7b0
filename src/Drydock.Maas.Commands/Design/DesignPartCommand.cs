using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Design;

/// <summary>A command that selects parts of a design.</summary>
/// <typeparam name="T">The part.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DesignPartCommand<T> : ModuleCommand
    where T : class
{
    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    // A parameter of the command itself, since each kind of name has its completer.
    /// <summary>Names; wildcards are allowed.</summary>
    public abstract string[] Name { get; set; }

    /// <summary>What the part is called in error ids: Node, Network.</summary>
    private protected abstract string Kind { get; }

    /// <summary>Writes the parts of one design, in its order.</summary>
    protected sealed override void ProcessRecord()
    {
        var isSelected = MakeSelection(Design!);
        var names = new NameFilter(Name);
        var parts = GetParts(Design!);
        foreach (var part in parts.Where(p => names.Matches(GetName(p)) && isSelected(p)))
            WriteObject(part);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Name)))
            Unmatched.Report(names, $"{Kind}NotFound", Kind.ToLowerInvariant(), [.. parts.Select(GetName)]);
    }

    /// <summary>Tells of names that fit nothing.</summary>
    private protected UnmatchedNames Unmatched =>
        new((error, name) => WriteError(ErrorRecords.NotFound(error.ErrorId, error.Message, name)), WriteWarning);

    private protected abstract IReadOnlyList<T> GetParts(SiteDesign design);

    private protected abstract string GetName(T part);

    /// <summary>What the other parameters select of a design; asked for once.</summary>
    private protected abstract Func<T, bool> MakeSelection(SiteDesign design);
}
