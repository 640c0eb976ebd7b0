using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
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

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DesignCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>What the part is called in error ids: Node, Network.</summary>
    private protected abstract string Kind { get; }

    /// <summary>Writes the parts of one design, in its order.</summary>
    protected sealed override void ProcessRecord()
    {
        var isSelected = Selection(Design!);
        var names = new NameFilter(Name);
        var parts = PartsOf(Design!);
        foreach (var part in parts.Where(p => names.Matches(NameOf(p)) && isSelected(p)))
            WriteObject(part);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Name)))
            Unmatched.Find(names, $"{Kind}NotFound", Kind.ToLowerInvariant(), [.. parts.Select(NameOf)]);
    }

    /// <summary>Tells of names that fit nothing.</summary>
    private protected UnmatchedNames Unmatched =>
        new((error, name) => WriteError(ErrorRecords.NotFound(error.ErrorId, error.Message, name)), WriteWarning);

    private protected abstract IReadOnlyList<T> PartsOf(SiteDesign design);

    private protected abstract string NameOf(T part);

    /// <summary>What the other parameters select of a design; asked for once.</summary>
    private protected abstract Func<T, bool> Selection(SiteDesign design);
}
