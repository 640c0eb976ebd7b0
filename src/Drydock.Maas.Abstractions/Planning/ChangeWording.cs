namespace Drydock.Maas.Planning;

/// <summary>The words for changes and findings, in one place; nothing compares them.</summary>
internal static class ChangeWording
{
    /// <summary>A change in a sentence, for example: set mtu of Vlan gp/0: 1500 -> 9000.</summary>
    public static string Describe(PlannedChange change)
    {
        var resource = $"{change.Kind} {change.Resource}";
        return change.Action switch
        {
            ChangeAction.Create => $"create {resource}{Detail(change.After)}",
            ChangeAction.Delete => $"delete {resource}{Detail(change.Before)}",
            ChangeAction.Update => $"set {Name(change.Property, change.PropertyKey)} of {resource}: {Show(change.Before)} -> {Show(change.After)}",
            _ => $"{Name(change.Action)} {resource}{(change.After is null ? "" : $": {change.After}")}",
        };
    }

    /// <summary>A finding in a sentence, without its target.</summary>
    public static string Describe(DesignDrift drift)
    {
        var owner = drift.ResourceKind == ResourceKind.Link ? ResourceKind.Interface : drift.ResourceKind;
        var what = drift.Property is { } property
            ? $"{Name(property, drift.PropertyKey)} of {owner} {drift.Resource}"
            : $"{drift.ResourceKind} {drift.Resource}";
        return drift.Kind switch
        {
            DriftKind.Missing => $"{what} is missing{(drift.DesignValue is null ? "" : $": {drift.DesignValue}")}",
            DriftKind.Unwanted => $"{what} is not in the design{(drift.MaasValue is null ? "" : $": {drift.MaasValue}")}",
            DriftKind.Extra => $"{what} is only in MAAS{(drift.MaasValue is null ? "" : $": {drift.MaasValue}")}",
            DriftKind.NotComparable => drift.Blocker ?? "",
            _ => $"{what} is {Show(drift.MaasValue)}, the design says {Show(drift.DesignValue)}",
        };
    }

    /// <summary>A property in words, with its key where it has one.</summary>
    public static string Name(ChangeProperty? property, string? key) => property switch
    {
        null => "",
        ChangeProperty.PowerType => "power_type",
        ChangeProperty.PowerParameter => key ?? "power parameters",
        ChangeProperty.OwnerData => $"owner data {key}",
        ChangeProperty.StorageLayout => "storage layout",
        ChangeProperty.BootDisk => "boot disk",
        ChangeProperty.DefaultGateway => "default gateway",
        ChangeProperty.BondMembers => "members",
        ChangeProperty.BondMode => "mode",
        ChangeProperty.LinkCheckInterval => "link check interval",
        ChangeProperty.UpDelay => "up delay",
        ChangeProperty.DownDelay => "down delay",
        ChangeProperty.LacpRate => "LACP rate",
        ChangeProperty.TransmitHashPolicy => "transmit hash policy",
        ChangeProperty.BridgeType => "type",
        ChangeProperty.SpanningTree => "spanning tree",
        ChangeProperty.ForwardDelay => "forward delay",
        ChangeProperty.Dhcp => "DHCP",
        ChangeProperty.DhcpRelay => "DHCP relay",
        ChangeProperty.PrimaryRack => "primary rack",
        ChangeProperty.SecondaryRack => "secondary rack",
        ChangeProperty.DnsServers => "DNS servers",
        ChangeProperty.KernelParameters => "kernel_opts",
        ChangeProperty.DisabledPockets => "disabled pockets",
        ChangeProperty.DisabledComponents => "disabled components",
        ChangeProperty.SigningKey => "key",
        ChangeProperty.Filesystem => "file system",
        ChangeProperty.MountPoint => "mount point",
        ChangeProperty.PhysicalVolumes => "physical volumes",
        ChangeProperty.CacheMode => "cache mode",
        ChangeProperty.CacheDevice => "cache device",
        _ => Lower($"{property}"),
    };

    /// <summary>An action in words that a resource can follow.</summary>
    public static string Name(ChangeAction action) => action switch
    {
        ChangeAction.OverrideFailedTests => "override failed tests",
        ChangeAction.SetNetwork => "set network of",
        ChangeAction.SetStorage => "set storage of",
        ChangeAction.SetStorageLayout => "set storage layout of",
        ChangeAction.SetBootDisk => "boot from",
        _ => Lower($"{action}"),
    };

    private static string Lower(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    private static string Detail(string? value) => string.IsNullOrEmpty(value) ? "" : $": {value}";

    private static string Show(string? value) => string.IsNullOrEmpty(value) ? "(none)" : value;
}
