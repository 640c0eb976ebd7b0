using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Documents.Storage;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>Puts a host document over the profile it inherits from.</summary>
internal static class HostMerge
{
    public static HostDocument Over(HostDocument child, HostDocument parent) => child with
    {
        HardwareProfile = Merge.Scalar(child.HardwareProfile, parent.HardwareProfile),
        PrimaryNetwork = Merge.Scalar(child.PrimaryNetwork, parent.PrimaryNetwork),
        OobType = Merge.Scalar(child.OobType, parent.OobType),
        OobParameters = Merge.Pairs(child.OobParameters, parent.OobParameters),
        Image = Merge.Scalar(child.Image, parent.Image),
        Kernel = Merge.Scalar(child.Kernel, parent.Kernel),
        Rack = Merge.Scalar(child.Rack, parent.Rack),
        KernelParameters = Merge.Pairs(child.KernelParameters, parent.KernelParameters),
        OwnerData = Merge.Pairs(child.OwnerData, parent.OwnerData),
        Tags = Merge.List(child.Tags, parent.Tags),
        Interfaces = Merge.Named(child.Interfaces, parent.Interfaces, i => i.Name, Over),
        Storage = StorageMerge.Over(child.Storage, parent.Storage),
    };

    /// <summary>A document that inherits nothing, with its removals resolved.</summary>
    public static HostDocument Alone(HostDocument host) => Over(host, new HostDocument(host.Document));

    private static NodeInterface Over(NodeInterface child, NodeInterface parent) => child with
    {
        NetworkLink = Merge.Scalar(child.NetworkLink, parent.NetworkLink),
        Slaves = Merge.List(child.Slaves, parent.Slaves),
        Networks = Merge.List(child.Networks, parent.Networks),
        Labels = child.Labels.Count > 0 ? child.Labels : parent.Labels,
        Sriov = Over(child.Sriov, parent.Sriov),
        Bridge = Over(child.Bridge, parent.Bridge),
    };

    private static BridgeSettings? Over(BridgeSettings? child, BridgeSettings? parent) => (child, parent) switch
    {
        (null, _) => parent,
        (_, null) => child,
        _ => BridgeSettings.Written(
            child.TypeAsWritten ?? parent.TypeAsWritten,
            child.StpAsWritten ?? parent.StpAsWritten,
            child.ForwardDelayAsWritten ?? parent.ForwardDelayAsWritten),
    };

    private static SriovSettings? Over(SriovSettings? child, SriovSettings? parent) => child is null ? parent : child with
    {
        VirtualFunctionCount = child.VirtualFunctionCount ?? parent?.VirtualFunctionCount,
        TrustedMode = child.TrustedMode ?? parent?.TrustedMode,
    };
}
