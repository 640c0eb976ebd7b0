using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Network;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>
/// Finds out which planned changes have one cause, so that what somebody did by hand is one finding:
/// what has to be made anew takes along all of itself and all that stands on it, a move to another VLAN the links it costs,
/// the MTU of a VLAN or bond the interfaces that have it, a new storage layout the disks it clears, and a change of the power driver or
/// of DHCP its parameters.
/// </summary>
internal sealed class DriftGrouping
{
    private readonly IReadOnlyList<PlannedChange> _changes;
    private readonly int[] _groups;

    private DriftGrouping(IReadOnlyList<PlannedChange> changes)
    {
        _changes = changes;
        _groups = [.. Enumerable.Range(0, changes.Count)];
    }

    /// <summary>The changes by cause, in the order of the first of each.</summary>
    public static IReadOnlyList<IReadOnlyList<PlannedChange>> Group(IReadOnlyList<PlannedChange> changes)
    {
        var grouping = new DriftGrouping(changes);
        grouping.JoinSameResource();
        grouping.JoinParents();
        grouping.JoinPairs();
        grouping.JoinLayouts();
        return [.. changes.Select((change, index) => (change, root: grouping.Find(index)))
            .GroupBy(x => x.root, x => x.change)
            .Select(g => (IReadOnlyList<PlannedChange>)[.. g])];
    }

    /// <summary>Whether all of it comes into being or goes away.</summary>
    public static bool IsMadeAnew(PlannedChange change) =>
        change is { Action: ChangeAction.Create or ChangeAction.Delete, Kind: not ResourceKind.Link };

    /// <summary>Whether NICs leave a bond: what is to be set of them follows.</summary>
    public static bool GivesNicsAway(PlannedChange change) => change is { Kind: ResourceKind.Interface, Property: ChangeProperty.BondMembers };

    private static string Home(PlannedChange change) => change.Scope is ChangeScope.Site or ChangeScope.Network ? "" : change.Target ?? "";

    private void JoinSameResource()
    {
        var byResource = Indexed().GroupBy(x => (Home(x.Change), Family(x.Change), x.Change.Resource));
        foreach (var resource in byResource.Select(g => g.ToList()).Where(g => g.Count > 1))
        {
            if (resource.Exists(x => IsMadeAnew(x.Change)) || resource[0].Change.Scope == ChangeScope.Disk)
                Join(resource.Where(x => x.Change.Action != ChangeAction.SetBootDisk));
            else
                JoinByLead(resource);
        }
    }

    /// <summary>Interfaces have their links with them; a partition or volume its file system.</summary>
    private static ResourceKind Family(PlannedChange change) => change.Scope switch
    {
        ChangeScope.Interface => ResourceKind.Interface,
        ChangeScope.Disk => ResourceKind.BlockDevice,
        _ => change.Kind,
    };

    /// <summary>A property that takes others along; links stand for one another: an address is changed by way of a new link.</summary>
    private void JoinByLead(List<(PlannedChange Change, int Index)> resource)
    {
        Join(resource.Where(x =>
            x.Change.Kind == ResourceKind.Link || (x.Change.Scope == ChangeScope.Interface && x.Change.Property == ChangeProperty.Vlan)));
        if (resource.Exists(x => x.Change.Property == ChangeProperty.PowerType))
            Join(resource.Where(x => x.Change.Property is ChangeProperty.PowerType or ChangeProperty.PowerParameter));
        if (resource.Exists(x => x.Change.Property is ChangeProperty.Dhcp or ChangeProperty.PrimaryRack))
            Join(resource.Where(x => x.Change.Property is ChangeProperty.Dhcp or ChangeProperty.DhcpRelay or ChangeProperty.PrimaryRack or ChangeProperty.SecondaryRack));
    }

    private void JoinParents()
    {
        var made = Indexed().Where(x => IsMadeAnew(x.Change)).ToLookup(x => (Home(x.Change), x.Change.Resource));
        var resized = Indexed().Where(x => x.Change is { Kind: ResourceKind.Vlan or ResourceKind.Interface, Property: ChangeProperty.Mtu })
            .ToLookup(x => (Home(x.Change), x.Change.Resource));
        var left = Indexed().Where(x => GivesNicsAway(x.Change)).ToLookup(x => (Home(x.Change), x.Change.Resource));
        foreach (var (change, index) in Indexed())
        {
            foreach (var parent in change.Parents)
            {
                Join([(change, index), .. made[(Home(change), parent)], .. made[("", parent)], .. left[(Home(change), parent)]]);
                if (change.Property == ChangeProperty.Mtu)
                    Join([(change, index), .. resized[("", parent)], .. resized[(Home(change), parent)]]);
            }
        }
    }

    private void JoinPairs()
    {
        foreach (var home in Indexed().GroupBy(x => Home(x.Change)).Select(g => g.ToList()))
        {
            foreach (var (one, other) in DriftPairs.FindPairs(home))
                Join([(_changes[one], one), (_changes[other], other)]);
        }
    }

    private void JoinLayouts()
    {
        foreach (var node in Indexed().Where(x => IsStorage(x.Change)).GroupBy(x => x.Change.Target).Select(g => g.ToList()))
        {
            if (node.Exists(x => x.Change.Scope == ChangeScope.Node))
                Join(node);
        }
    }

    private static bool IsStorage(PlannedChange change) =>
        change.Scope == ChangeScope.Disk || change.Action == ChangeAction.SetStorageLayout;

    private IEnumerable<(PlannedChange Change, int Index)> Indexed() => _changes.Select((change, index) => (change, index));

    private void Join(IEnumerable<(PlannedChange Change, int Index)> members)
    {
        int? first = null;
        foreach (var (_, index) in members)
        {
            var root = Find(index);
            first ??= root;
            var (low, high) = (Math.Min(first.Value, root), Math.Max(first.Value, root));
            _groups[high] = low;
            first = low;
        }
    }

    private int Find(int index)
    {
        while (_groups[index] != index)
            index = _groups[index] = _groups[_groups[index]];
        return index;
    }
}
