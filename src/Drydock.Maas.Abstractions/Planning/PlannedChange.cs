using Drydock.Maas.Security;

namespace Drydock.Maas.Planning;

/// <summary>One change that would be made to MAAS; nothing is written that was not first one of these.</summary>
public sealed record PlannedChange
{
    private readonly ChangeValues? _beforeValues;
    private readonly ChangeValues? _afterValues;

    /// <summary>What happens.</summary>
    public required ChangeAction Action { get; init; }

    /// <summary>The kind of resource.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>Which one, for example gp/101, bond0 or sda.</summary>
    public required string Resource { get; init; }

    /// <summary>The property that changes; null when the resource as a whole does.</summary>
    public ChangeProperty? Property { get; init; }

    /// <summary>Which power parameter or item of owner data; null for other properties.</summary>
    public string? PropertyKey { get; init; }

    /// <summary>The value in MAAS now, as text; credentials of addresses are masked.</summary>
    public string? Before { get; init => field = UrlCredential.Hide(value); }

    /// <summary>The value the design wants, as text; secrets are masked.</summary>
    public string? After { get; init => field = UrlCredential.Hide(value); }

    /// <summary>The values in MAAS now, by which plans are compared; Before is these in words.</summary>
    public ChangeValues BeforeValues
    {
        get => _beforeValues ?? ChangeValues.FromText(Before);
        init => _beforeValues = value;
    }

    /// <summary>The values that are sent, by which plans are compared; After is these in words.</summary>
    public ChangeValues AfterValues
    {
        get => _afterValues ?? ChangeValues.FromText(After);
        init => _afterValues = value;
    }

    /// <summary>The machine, NICs and disks it acts on, as they were found; empty for what is known by its name.</summary>
    public IReadOnlyList<ChangeSubject> Subjects { get; init => field = TextList<ChangeSubject>.From(value); } = TextList<ChangeSubject>.Empty;

    /// <summary>What MAAS does to other resources with it.</summary>
    public IReadOnlyList<ChangeEffect> Effects { get; init => field = TextList<ChangeEffect>.From(value); } = TextList<ChangeEffect>.Empty;

    /// <summary>Bytes of the partition, logical volume or volume group that is made or deleted; null for anything else.</summary>
    public long? Size { get; init; }

    /// <summary>What the change does to a machine in use.</summary>
    public ChangeSeverity Severity { get; init; } = ChangeSeverity.Disruptive;

    /// <summary>The node or network the change belongs to.</summary>
    public string? Target { get; init; }

    /// <summary>What kind of part changes.</summary>
    public ChangeScope Scope => Kind switch
    {
        <= ResourceKind.Space => ChangeScope.Network,
        <= ResourceKind.Script => ChangeScope.Site,
        ResourceKind.Machine => ChangeScope.Node,
        ResourceKind.Interface or ResourceKind.Link => ChangeScope.Interface,
        _ => ChangeScope.Disk,
    };

    /// <summary>
    /// Names of what it stands on or belongs to, for example the NICs of a bond or the volume group of a logical volume;
    /// when one of these has to be made anew, this change is a consequence of that.
    /// </summary>
    public IReadOnlyList<string> Parents { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Why it cannot be done in the machine's present state, and what to do about that; null when it can.</summary>
    public string? Blocker { get; init; }

    /// <summary>Whether it can be done in the machine's present state.</summary>
    public bool IsPossible => Blocker is null;

    /// <summary>
    /// Whether it is known that exactly this will be done; what a machine that was never commissioned needs is known only after that, and no saved
    /// plan applies it.
    /// </summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The change in a sentence, for example: set mtu of Vlan gp/0: 1500 -> 9000.</summary>
    public override string ToString() => ChangeWording.Describe(this);
}
