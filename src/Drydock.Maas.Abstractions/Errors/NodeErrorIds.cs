namespace Drydock.Maas.Errors;

/// <summary>Identifiers of node and network errors. They are a contract: scripts compare them.</summary>
public static class NodeErrorIds
{
    /// <summary>No machine in MAAS matches the node.</summary>
    public const string MachineNotFound = nameof(MachineNotFound);

    /// <summary>More than one machine matches the node, or one machine matches several nodes.</summary>
    public const string AmbiguousMachine = nameof(AmbiguousMachine);

    /// <summary>What was given names no machine: it has neither a system id nor a host name.</summary>
    public const string MachineNotNamed = nameof(MachineNotNamed);

    /// <summary>Nobody knows whether the machine is off, so it is not switched on.</summary>
    public const string PowerNotCertain = nameof(PowerNotCertain);

    /// <summary>What was given is of another MAAS than the connection is to.</summary>
    public const string OtherServer = nameof(OtherServer);

    /// <summary>What matches the node is a rack controller.</summary>
    public const string RackControllerNotTouched = nameof(RackControllerNotTouched);

    /// <summary>The machine is in a state in which the step cannot be done.</summary>
    public const string WrongMachineState = nameof(WrongMachineState);

    /// <summary>MAAS allocated another machine than it was asked for; it was given back.</summary>
    public const string WrongMachineAllocated = nameof(WrongMachineAllocated);

    /// <summary>The machine is locked in MAAS.</summary>
    public const string MachineLocked = nameof(MachineLocked);

    /// <summary>The machine carries a tag that protects it from release and removal.</summary>
    public const string MachineProtected = nameof(MachineProtected);

    /// <summary>Commissioning or testing failed.</summary>
    public const string CommissioningFailed = nameof(CommissioningFailed);

    /// <summary>Commissioning did not end in time.</summary>
    public const string CommissioningTimedOut = nameof(CommissioningTimedOut);

    /// <summary>Deployment failed.</summary>
    public const string DeployFailed = nameof(DeployFailed);

    /// <summary>Deployment did not end in time.</summary>
    public const string DeployTimedOut = nameof(DeployTimedOut);

    /// <summary>Release or disk erasing failed.</summary>
    public const string ReleaseFailed = nameof(ReleaseFailed);

    /// <summary>Release did not end in time.</summary>
    public const string ReleaseTimedOut = nameof(ReleaseTimedOut);

    /// <summary>The step did not end in the time it was given.</summary>
    public const string StepTimedOut = nameof(StepTimedOut);

    /// <summary>An alias of the hardware profile fits several devices of the machine, or several of its disks report one serial number.</summary>
    public const string AmbiguousDevice = nameof(AmbiguousDevice);

    /// <summary>The machine has no such network interface.</summary>
    public const string InterfaceNotFound = nameof(InterfaceNotFound);

    /// <summary>The machine has no such disk.</summary>
    public const string BlockDeviceNotFound = nameof(BlockDeviceNotFound);

    /// <summary>MAAS has no fabric of the link's name.</summary>
    public const string FabricNotFound = nameof(FabricNotFound);

    /// <summary>The fabric has no such VLAN.</summary>
    public const string VlanNotFound = nameof(VlanNotFound);

    /// <summary>MAAS has no such subnet.</summary>
    public const string SubnetNotFound = nameof(SubnetNotFound);

    /// <summary>MAAS has no domain of the network's name.</summary>
    public const string DomainNotFound = nameof(DomainNotFound);

    /// <summary>No rack controller can serve or relay DHCP for the network.</summary>
    public const string RackControllerNotFound = nameof(RackControllerNotFound);

    /// <summary>MAAS does not offer the image or kernel.</summary>
    public const string ImageNotFound = nameof(ImageNotFound);

    /// <summary>A disk or volume group is too small for what the design wants.</summary>
    public const string NotEnoughStorage = nameof(NotEnoughStorage);

    /// <summary>A size in the design cannot be read.</summary>
    public const string InvalidSize = nameof(InvalidSize);

    /// <summary>The storage layout asked for cannot be made by MAAS.</summary>
    public const string StorageNotPossible = nameof(StorageNotPossible);

    /// <summary>The network set-up asked for cannot be made by MAAS.</summary>
    public const string NetworkNotPossible = nameof(NetworkNotPossible);

    /// <summary>An address that the design wants is held by somebody else in MAAS, or lies where MAAS gives no static one.</summary>
    public const string AddressInUse = nameof(AddressInUse);

    /// <summary>The node's name is that of another machine, a device or a controller in MAAS.</summary>
    public const string HostnameInUse = nameof(HostnameInUse);

    /// <summary>MAAS is connected to no rack controller, without which nothing boots.</summary>
    public const string NoRackConnected = nameof(NoRackConnected);

    /// <summary>The node's design is not complete enough for the step.</summary>
    public const string DesignInvalid = nameof(DesignInvalid);

    /// <summary>The machine is to be deployed, and its network or storage is not set up as designed.</summary>
    public const string NodeNotPrepared = nameof(NodeNotPrepared);

    /// <summary>The machine differs from the design, which cannot be mended in its present state.</summary>
    public const string NodeDrifted = nameof(NodeDrifted);

    /// <summary>The plan did not become empty after being applied several times.</summary>
    public const string NoConvergence = nameof(NoConvergence);

    /// <summary>Networks of one link are already on different fabrics.</summary>
    public const string IncompatibleFabrics = nameof(IncompatibleFabrics);

    /// <summary>The boot actions of the node make more user data than MAAS takes.</summary>
    public const string UserDataTooLarge = nameof(UserDataTooLarge);

    /// <summary>A step of the site did not end in time.</summary>
    public const string SiteStepTimedOut = nameof(SiteStepTimedOut);

    /// <summary>The machine's power controller cannot be asked.</summary>
    public const string PowerQueryFailed = nameof(PowerQueryFailed);

    /// <summary>A file is no script that MAAS takes, or its name is taken.</summary>
    public const string ScriptInvalid = nameof(ScriptInvalid);

    /// <summary>MAAS has a script of that name that somebody else uploaded, with other content.</summary>
    public const string ScriptTaken = nameof(ScriptTaken);

    /// <summary>A step would go beyond the saved plan that was approved.</summary>
    public const string PlanExceeded = nameof(PlanExceeded);

    /// <summary>A file is no saved plan, or one of a later release.</summary>
    public const string PlanNotReadable = nameof(PlanNotReadable);

    /// <summary>A saved plan was made for another design, or for the design before it was changed.</summary>
    public const string PlanOfOtherDesign = nameof(PlanOfOtherDesign);

    /// <summary>Results are not those of a plan, or of several sites or servers: no plan can be made of them.</summary>
    public const string NoPlan = nameof(NoPlan);
}
