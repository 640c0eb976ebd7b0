using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>A command that lists one kind of resource and selects by name; however many names are piped in, MAAS is asked once.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class InventoryCommand<T> : MaasCommand
    where T : class
{
    private readonly List<string> _names = [];

    // A parameter of the command itself, since each kind of name has its completer.
    /// <summary>Names; wildcards are allowed. A name without wildcards that MAAS does not have is an error.</summary>
    public abstract string[] Name { get; set; }

    /// <summary>What the resource is called in messages.</summary>
    private protected abstract string Kind { get; }

    /// <summary>Collects the names.</summary>
    protected override void ProcessRecord() => _names.AddRange(Name.Except(_names));

    /// <summary>Asks MAAS and writes what matches.</summary>
    protected sealed override void EndProcessing()
    {
        if (LacksInput)
            return;
        var names = new NameFilter(_names);
        var all = Fetch(token => ReadAsync(Connection.Client, token));
        var selected = all.Where(MakeSelection()).ToList();
        foreach (var item in selected.Where(item => names.Matches(GetName(item))))
            WriteObject(item);
        foreach (var name in names.Literals.Where(n => !selected.Any(item => NameFilter.IsSame(GetName(item), n))))
            WriteError(ErrorRecords.NotFound($"{typeof(T).Name}NotFound", $"MAAS has no {Kind} {name}.", name));
    }

    /// <summary>Reads what there is.</summary>
    private protected abstract Task<IReadOnlyList<T>> ReadAsync(IMaasClient client, CancellationToken token);

    /// <summary>What the resource goes by.</summary>
    private protected abstract string? GetName(T item);

    /// <summary>What the other parameters select; asked for once.</summary>
    private protected virtual Func<T, bool> MakeSelection() => _ => true;
}
