using Drydock.Maas.Design.Validation.Rules;

namespace Drydock.Maas.Design.Validation;

/// <summary>Every rule: Drydock's in its order, then ours.</summary>
internal static class RuleSet
{
    public static IReadOnlyList<IValidationRule> All { get; } =
    [
        new BootStorageRational(), new CidrValidity(), new HugepagesValidity(), new IpLocalityCheck(), new MtuRational(), new NetworkTrunkingRational(),
        new NoDuplicateIpsCheck(), new PlatformSelection(), new RationalNetworkBond(), new StoragePartitioning(), new StorageSizing(), new StorageMountpoints(),
        new UniqueNetworkCheck(), new HostnameValidity(), new IpmiValidity(), new LibvirtValidity(), new BootactionDefined(), new BootactionPackageListValid(),
    ];
}
