namespace Drydock.Maas.Errors;

/// <summary>Identifiers of all errors, the first part of FullyQualifiedErrorId. They are a contract: scripts compare them, and docs/errors.md has each.</summary>
public static class ErrorIds
{
    // Connection.

    /// <summary>No connection in this runspace: Connect-Maas first, or pass -Session.</summary>
    public const string NotConnected = nameof(NotConnected);

    /// <summary>The session was disconnected.</summary>
    public const string SessionClosed = nameof(SessionClosed);

    /// <summary>The text given is no URL, or no key of the form consumer:token:secret.</summary>
    public const string InvalidUrl = nameof(InvalidUrl);

    /// <summary>The text given is no URL, or no key of the form consumer:token:secret.</summary>
    public const string InvalidApiKey = nameof(InvalidApiKey);

    /// <summary>Nobody answers at that address: host, port, firewall.</summary>
    public const string ConnectionFailed = nameof(ConnectionFailed);

    /// <summary>TLS works, the certificate is not trusted: of an unknown authority (-CACertificatePath), for another name, or expired; the message says which.</summary>
    public const string CertificateNotTrusted = nameof(CertificateNotTrusted);

    /// <summary>The address says https and the port speaks http, or the other way round.</summary>
    public const string WrongScheme = nameof(WrongScheme);

    /// <summary>The proxy on the way did not let the request through: -NoProxy, -Proxy, -ProxyCredential; what was given as -Proxy is none.</summary>
    public const string ProxyRefused = nameof(ProxyRefused);

    /// <summary>The proxy on the way did not let the request through: -NoProxy, -Proxy, -ProxyCredential; what was given as -Proxy is none.</summary>
    public const string InvalidProxy = nameof(InvalidProxy);

    /// <summary>The file of -CACertificatePath is no certificate, or cannot be read.</summary>
    public const string CertificateFileInvalid = nameof(CertificateFileInvalid);

    /// <summary>No answer in time.</summary>
    public const string RequestTimedOut = nameof(RequestTimedOut);

    /// <summary>An answer longer than 512 MiB, which is held in memory: ask for less, with a filter; machines that are read while they come have no bound.</summary>
    public const string AnswerTooLarge = nameof(AnswerTooLarge);

    /// <summary>Something answered that is not MAAS: an HTML page, another service, a wrong path; once connected, something that stands in between.</summary>
    public const string NotMaas = nameof(NotMaas);

    /// <summary>The API key is not known to this MAAS.</summary>
    public const string AuthenticationFailed = nameof(AuthenticationFailed);

    /// <summary>MAAS refused the time stamp: this machine's clock or the server's is wrong.</summary>
    public const string ClockSkew = nameof(ClockSkew);

    /// <summary>The key's user is not an administrator: another key, or -SkipAdministratorCheck for what such a user may do.</summary>
    public const string NotAdministrator = nameof(NotAdministrator);

    /// <summary>MAAS is older than 3.0, or older than what was asked of it needs.</summary>
    public const string UnsupportedVersion = nameof(UnsupportedVersion);

    // Requests.

    /// <summary>Invoke-MaasApi was given what is no path or method of the API, or a name or id that is part of a path was empty; nothing was sent.</summary>
    public const string InvalidPath = nameof(InvalidPath);

    /// <summary>Invoke-MaasApi was given what is no path or method of the API, or a name or id that is part of a path was empty; nothing was sent.</summary>
    public const string InvalidMethod = nameof(InvalidMethod);

    /// <summary>MAAS refused values; the message lists field and reason.</summary>
    public const string BadRequest = nameof(BadRequest);

    /// <summary>The HTTP status of that meaning.</summary>
    public const string PermissionDenied = nameof(PermissionDenied);

    /// <summary>The HTTP status of that meaning.</summary>
    public const string NotFound = nameof(NotFound);

    /// <summary>The HTTP status of that meaning.</summary>
    public const string MethodNotAllowed = nameof(MethodNotAllowed);

    /// <summary>The HTTP status of that meaning.</summary>
    public const string Conflict = nameof(Conflict);

    /// <summary>The HTTP status of that meaning.</summary>
    public const string Gone = nameof(Gone);

    /// <summary>The HTTP status of that meaning.</summary>
    public const string ServerError = nameof(ServerError);

    /// <summary>The HTTP status of that meaning.</summary>
    public const string ServiceUnavailable = nameof(ServiceUnavailable);

    /// <summary>MAAS (3.5 and later) failed because the machine's power controller did not do its part: is it reachable, are the power parameters right.</summary>
    public const string PowerControllerFailed = nameof(PowerControllerFailed);

    /// <summary>An address range whose ends are no addresses of one family in order; nothing was sent.</summary>
    public const string InvalidRange = nameof(InvalidRange);

    /// <summary>Add-MaasMachine: MAAS has a machine with that MAC address or power address; the message names it.</summary>
    public const string MachineExists = nameof(MachineExists);

    /// <summary>MAAS takes a machine without a MAC address with IPMI only: -MacAddress; nothing was sent.</summary>
    public const string MacAddressMissing = nameof(MacAddressMissing);

    /// <summary>Add-MaasMachine was piped a node of a design: Add-MaasNode adds those.</summary>
    public const string NodeOfDesign = nameof(NodeOfDesign);

    /// <summary>MAAS has nothing of that name.</summary>
    public const string SpaceNotFound = nameof(SpaceNotFound);

    /// <summary>MAAS has nothing of that name.</summary>
    public const string ZoneNotFound = nameof(ZoneNotFound);

    /// <summary>MAAS has nothing of that name.</summary>
    public const string ResourcePoolNotFound = nameof(ResourcePoolNotFound);

    /// <summary>MAAS has nothing of that name.</summary>
    public const string PackageRepositoryNotFound = nameof(PackageRepositoryNotFound);

    /// <summary>MAAS has nothing of that name.</summary>
    public const string DnsResourceNotFound = nameof(DnsResourceNotFound);

    /// <summary>MAAS has nothing of that name.</summary>
    public const string ScriptNotFound = nameof(ScriptNotFound);

    /// <summary>MAAS has nothing of that name.</summary>
    public const string TagNotFound = nameof(TagNotFound);

    /// <summary>MAAS has nothing of that name.</summary>
    public const string BootResourceNotFound = nameof(BootResourceNotFound);

    /// <summary>A status that the API does not define.</summary>
    public const string UnexpectedAnswer = nameof(UnexpectedAnswer);

    /// <summary>A write got no answer, or a gateway's instead of MAAS's (502, 504, a web page); the state was read again before anything was repeated.</summary>
    public const string WriteUnanswered = nameof(WriteUnanswered);

    // Designs.

    /// <summary>No such file or folder, one that cannot be read, or a path that is not in the file system.</summary>
    public const string FileNotFound = nameof(FileNotFound);

    /// <summary>No such file or folder, one that cannot be read, or a path that is not in the file system.</summary>
    public const string FileNotReadable = nameof(FileNotReadable);

    /// <summary>No such file or folder, one that cannot be read, or a path that is not in the file system.</summary>
    public const string NotAFile = nameof(NotAFile);

    /// <summary>The parameters given need -Path as well.</summary>
    public const string PathMissing = nameof(PathMissing);

    /// <summary>The URI does not answer, or with an error.</summary>
    public const string DownloadFailed = nameof(DownloadFailed);

    /// <summary>A source, or all together, larger than any site: is it what was meant?.</summary>
    public const string SourceTooLarge = nameof(SourceTooLarge);

    /// <summary>A source, or all together, larger than any site: is it what was meant?.</summary>
    public const string DesignTooLarge = nameof(DesignTooLarge);

    /// <summary>Nothing that was read is a Drydock document.</summary>
    public const string NoDocuments = nameof(NoDocuments);

    /// <summary>The text is not the YAML that Airship reads; a name with ! in front needs quotes.</summary>
    public const string InvalidYaml = nameof(InvalidYaml);

    /// <summary>The text is not the YAML that Airship reads; a name with ! in front needs quotes.</summary>
    public const string InvalidKey = nameof(InvalidKey);

    /// <summary>The text is not the YAML that Airship reads; a name with ! in front needs quotes.</summary>
    public const string InvalidCharacter = nameof(InvalidCharacter);

    /// <summary>The text is not the YAML that Airship reads; a name with ! in front needs quotes.</summary>
    public const string UnknownTag = nameof(UnknownTag);

    /// <summary>The text is not the YAML that Airship reads; a name with ! in front needs quotes.</summary>
    public const string InvalidMergeKey = nameof(InvalidMergeKey);

    /// <summary>A key is given twice in one mapping, with two values.</summary>
    public const string DuplicateKey = nameof(DuplicateKey);

    /// <summary>A warning: a key is given twice in one mapping, with the same value.</summary>
    public const string RepeatedKey = nameof(RepeatedKey);

    /// <summary>A warning: the pattern of a substitution is nowhere in the text it is to be put in, so that a placeholder stays.</summary>
    public const string PatternNotFound = nameof(PatternNotFound);

    /// <summary>Pegleg encrypted a document that the design needs: -Passphrase and -Salt are missing, or are not the right ones.</summary>
    public const string EncryptedDocument = nameof(EncryptedDocument);

    /// <summary>A warning: documents have parents or substitutions, and there is no layering policy to apply them by.</summary>
    public const string NotLayered = nameof(NotLayered);

    /// <summary>A warning: layers have documents of one schema and name, none replaces the other, and that of the most specific layer counts.</summary>
    public const string SeveralDocuments = nameof(SeveralDocuments);

    /// <summary>A warning: documents have no metadata.storagePolicy, which Deckhand demands and Drydock has no use for.</summary>
    public const string StoragePolicyMissing = nameof(StoragePolicyMissing);

    /// <summary>More than 100 levels, or aliases that stand for more than 100,000 values.</summary>
    public const string NestingTooDeep = nameof(NestingTooDeep);

    /// <summary>More than 100 levels, or aliases that stand for more than 100,000 values.</summary>
    public const string TooManyAliases = nameof(TooManyAliases);

    /// <summary>Not a mapping, no metadata.name, or a drydock/... schema that Drydock does not have.</summary>
    public const string NotADocument = nameof(NotADocument);

    /// <summary>Not a mapping, no metadata.name, or a drydock/... schema that Drydock does not have.</summary>
    public const string NameMissing = nameof(NameMissing);

    /// <summary>Not a mapping, no metadata.name, or a drydock/... schema that Drydock does not have.</summary>
    public const string UnknownKind = nameof(UnknownKind);

    /// <summary>Two documents of one kind and name.</summary>
    public const string DuplicateDocument = nameof(DuplicateDocument);

    /// <summary>The value has another type than Drydock's schema says; a text that looks like a number or like yes and no needs quotes.</summary>
    public const string WrongType = nameof(WrongType);

    /// <summary>The schema knows no such key here.</summary>
    public const string UnknownProperty = nameof(UnknownProperty);

    /// <summary>What has to be there is not, or is none of the values there are.</summary>
    public const string PropertyMissing = nameof(PropertyMissing);

    /// <summary>What has to be there is not, or is none of the values there are.</summary>
    public const string InvalidValue = nameof(InvalidValue);

    /// <summary>A node or profile refers to a profile that there is not, or to itself by way of others.</summary>
    public const string UnknownProfile = nameof(UnknownProfile);

    /// <summary>A node or profile refers to a profile that there is not, or to itself by way of others.</summary>
    public const string UnknownHardwareProfile = nameof(UnknownHardwareProfile);

    /// <summary>A node or profile refers to a profile that there is not, or to itself by way of others.</summary>
    public const string ProfileCycle = nameof(ProfileCycle);

    /// <summary>The design was exported without its secrets, be that passwords, contents of boot actions or credentials in addresses: Export-DrydockDesign -IncludeSecret.</summary>
    public const string MaskedSecret = nameof(MaskedSecret);

    /// <summary>A template of a boot action is no Jinja2, uses what is not supported, or uses a name the node does not have; the message says which, with the line.</summary>
    public const string TemplateNotRendered = nameof(TemplateNotRendered);

    /// <summary>An asset reports to action.report_url, and no -ReportUrl says who listens there.</summary>
    public const string NobodyListens = nameof(NobodyListens);

    /// <summary>The location of an asset does not answer, is no URI, or has a scheme other than http, https and file.</summary>
    public const string AssetNotFetched = nameof(AssetNotFetched);

    /// <summary>The location of an asset does not answer, is no URI, or has a scheme other than http, https and file.</summary>
    public const string InvalidAssetLocation = nameof(InvalidAssetLocation);

    /// <summary>The location of an asset does not answer, is no URI, or has a scheme other than http, https and file.</summary>
    public const string UnsupportedAssetLocation = nameof(UnsupportedAssetLocation);

    /// <summary>A pipeline step or package list got content that it cannot read.</summary>
    public const string AssetNotBase64 = nameof(AssetNotBase64);

    /// <summary>A pipeline step or package list got content that it cannot read.</summary>
    public const string AssetNotText = nameof(AssetNotText);

    /// <summary>A pipeline step or package list got content that it cannot read.</summary>
    public const string InvalidPackageList = nameof(InvalidPackageList);

    /// <summary>The design has no node, or no boot action, of that name.</summary>
    public const string NodeNotFound = nameof(NodeNotFound);

    /// <summary>The design has no network of that name.</summary>
    public const string NetworkNotFound = nameof(NetworkNotFound);

    /// <summary>The design has no node, or no boot action, of that name.</summary>
    public const string BootActionNotFound = nameof(BootActionNotFound);

    /// <summary>Test-DrydockDesign was given a severity or a rule that there is not.</summary>
    public const string InvalidSeverity = nameof(InvalidSeverity);

    /// <summary>Test-DrydockDesign was given a severity or a rule that there is not.</summary>
    public const string UnknownRule = nameof(UnknownRule);

    /// <summary>Test-DrydockDesign -Online could not read what MAAS holds; the message says why, -Online may be left out.</summary>
    public const string OnlineReadFailed = nameof(OnlineReadFailed);

    /// <summary>A path or an asset's location names a pipe, socket or device; only files are read.</summary>
    public const string NotRegularFile = nameof(NotRegularFile);

    /// <summary>Files of the folder would be overwritten: -Overwrite, or another folder.</summary>
    public const string FileExists = nameof(FileExists);

    /// <summary>A design is written to a folder, and the path is a file.</summary>
    public const string NotAFolder = nameof(NotAFolder);

    /// <summary>A network given to New-DrydockDesign has no Cidr.</summary>
    public const string CidrMissing = nameof(CidrMissing);

    /// <summary>A network given to New-DrydockDesign is none.</summary>
    public const string InvalidNetwork = nameof(InvalidNetwork);

    /// <summary>A machine given to New-DrydockDesign has an address that is none.</summary>
    public const string InvalidAddress = nameof(InvalidAddress);

    /// <summary>A machine given to New-DrydockDesign has a MAC address that is none.</summary>
    public const string InvalidMac = nameof(InvalidMac);

    /// <summary>A machine given to New-DrydockDesign has nothing to tell it by.</summary>
    public const string AddressMissing = nameof(AddressMissing);

    /// <summary>Two machines or networks given to New-DrydockDesign have one name.</summary>
    public const string DuplicateName = nameof(DuplicateName);

    /// <summary>No network given to New-DrydockDesign has an address of a machine.</summary>
    public const string NetworkMissing = nameof(NetworkMissing);

    /// <summary>A machine given to New-DrydockDesign has its address on the network of controllers.</summary>
    public const string AddressOnOob = nameof(AddressOnOob);

    /// <summary>Two networks given to New-DrydockDesign are untagged on one port.</summary>
    public const string SeveralUntagged = nameof(SeveralUntagged);

    /// <summary>A node filter has a key or value that means nothing.</summary>
    public const string InvalidFilter = nameof(InvalidFilter);

    // Airship sites.

    /// <summary>-Site without -Path; a repository of several sites without -Site; no site of that name, and those there are.</summary>
    public const string SiteNeedsPath = nameof(SiteNeedsPath);

    /// <summary>-Site without -Path; a repository of several sites without -Site; no site of that name, and those there are.</summary>
    public const string SiteNotNamed = nameof(SiteNotNamed);

    /// <summary>-Site without -Path; a repository of several sites without -Site; no site of that name, and those there are.</summary>
    public const string SiteNotFound = nameof(SiteNotFound);

    /// <summary>Site-definition.yaml cannot be used, or names further repositories that were not given as paths.</summary>
    public const string SiteDefinitionInvalid = nameof(SiteDefinitionInvalid);

    /// <summary>Site-definition.yaml cannot be used, or names further repositories that were not given as paths.</summary>
    public const string RepositoryNotGiven = nameof(RepositoryNotGiven);

    /// <summary>An envelope is not as Deckhand's schemas say.</summary>
    public const string InvalidDocumentFormat = nameof(InvalidDocumentFormat);

    /// <summary>There is no LayeringPolicy, or more than one; of several the first counts, with a warning.</summary>
    public const string LayeringPolicyNotFound = nameof(LayeringPolicyNotFound);

    /// <summary>There is no LayeringPolicy, or more than one; of several the first counts, with a warning.</summary>
    public const string SeveralLayeringPolicies = nameof(SeveralLayeringPolicies);

    /// <summary>A layer that the policy does not name; a parent of another schema or that does not exist; several possible parents.</summary>
    public const string InvalidDocumentLayer = nameof(InvalidDocumentLayer);

    /// <summary>A layer that the policy does not name; a parent of another schema or that does not exist; several possible parents.</summary>
    public const string InvalidDocumentParent = nameof(InvalidDocumentParent);

    /// <summary>A layer that the policy does not name; a parent of another schema or that does not exist; several possible parents.</summary>
    public const string IndeterminateDocumentParent = nameof(IndeterminateDocumentParent);

    /// <summary>A warning: no document has the labels that a parentSelector names, so the document is not layered; the message tells labels that come near.</summary>
    public const string ParentNotFound = nameof(ParentNotFound);

    /// <summary>A replacement of a document of another name or schema, without a parent, or of one that is replaced already.</summary>
    public const string InvalidDocumentReplacement = nameof(InvalidDocumentReplacement);

    /// <summary>An action's path leads nowhere; an action other than merge, replace and delete.</summary>
    public const string MissingDocumentKey = nameof(MissingDocumentKey);

    /// <summary>An action's path leads nowhere; an action other than merge, replace and delete.</summary>
    public const string UnsupportedActionMethod = nameof(UnsupportedActionMethod);

    /// <summary>The document, or the value in it, that a substitution takes from is missing: -AllowMissingSource leaves it unset.</summary>
    public const string SubstitutionSourceNotFound = nameof(SubstitutionSourceNotFound);

    /// <summary>The document, or the value in it, that a substitution takes from is missing: -AllowMissingSource leaves it unset.</summary>
    public const string SubstitutionSourceDataNotFound = nameof(SubstitutionSourceDataNotFound);

    /// <summary>Documents that need each other; a value that cannot be written where it should; a secret that is only a reference.</summary>
    public const string SubstitutionDependencyCycle = nameof(SubstitutionDependencyCycle);

    /// <summary>Documents that need each other; a value that cannot be written where it should; a secret that is only a reference.</summary>
    public const string UnknownSubstitutionError = nameof(UnknownSubstitutionError);

    /// <summary>Documents that need each other; a value that cannot be written where it should; a secret that is only a reference.</summary>
    public const string EncryptionSourceNotFound = nameof(EncryptionSourceNotFound);

    /// <summary>A path that cannot be read, or that leads into a value that has no such place.</summary>
    public const string JsonPathLexerError = nameof(JsonPathLexerError);

    /// <summary>A path that cannot be read, or that leads into a value that has no such place.</summary>
    public const string JsonPathParserError = nameof(JsonPathParserError);

    /// <summary>A path that cannot be read, or that leads into a value that has no such place.</summary>
    public const string TypeError = nameof(TypeError);

    /// <summary>A path that cannot be read, or that leads into a value that has no such place.</summary>
    public const string RecursionError = nameof(RecursionError);

    // Nodes and networks.

    /// <summary>No machine in MAAS matches the node.</summary>
    public const string MachineNotFound = nameof(MachineNotFound);

    /// <summary>More than one machine matches the node, or one machine matches several nodes.</summary>
    public const string AmbiguousMachine = nameof(AmbiguousMachine);

    /// <summary>What was given names no machine: it has neither a system id nor a host name.</summary>
    public const string MachineNotNamed = nameof(MachineNotNamed);

    /// <summary>Nobody knows whether the machine is off, so it is not switched on.</summary>
    public const string PowerNotCertain = nameof(PowerNotCertain);

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

    /// <summary>The machine is to be deployed, and its network or storage is not set up as designed.</summary>
    public const string NodeNotPrepared = nameof(NodeNotPrepared);

    /// <summary>The machine differs from the design, which cannot be mended in its present state.</summary>
    public const string NodeDrifted = nameof(NodeDrifted);

    /// <summary>The plan did not become empty after being applied several times.</summary>
    public const string NoConvergence = nameof(NoConvergence);

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

    /// <summary>An address that the design wants is held by somebody else in MAAS, or lies where MAAS gives no static one.</summary>
    public const string AddressInUse = nameof(AddressInUse);

    /// <summary>The node's name is that of another machine, a device or a controller in MAAS.</summary>
    public const string HostnameInUse = nameof(HostnameInUse);

    /// <summary>MAAS is connected to no rack controller, without which nothing boots.</summary>
    public const string NoRackConnected = nameof(NoRackConnected);

    /// <summary>No rack controller can serve or relay DHCP for the network.</summary>
    public const string RackControllerNotFound = nameof(RackControllerNotFound);

    /// <summary>Networks of one link are already on different fabrics.</summary>
    public const string IncompatibleFabrics = nameof(IncompatibleFabrics);

    /// <summary>MAAS does not offer the image or kernel.</summary>
    public const string ImageNotFound = nameof(ImageNotFound);

    /// <summary>A file is no script that MAAS takes, or its name is taken.</summary>
    public const string ScriptInvalid = nameof(ScriptInvalid);

    /// <summary>MAAS has a script of that name that somebody else uploaded, with other content.</summary>
    public const string ScriptTaken = nameof(ScriptTaken);

    /// <summary>A step of the site did not end in time.</summary>
    public const string SiteStepTimedOut = nameof(SiteStepTimedOut);

    /// <summary>The boot actions of the node make more user data than MAAS takes.</summary>
    public const string UserDataTooLarge = nameof(UserDataTooLarge);

    /// <summary>A size in the design cannot be read.</summary>
    public const string InvalidSize = nameof(InvalidSize);

    /// <summary>A disk or volume group is too small for what the design wants.</summary>
    public const string NotEnoughStorage = nameof(NotEnoughStorage);

    /// <summary>The storage layout asked for cannot be made by MAAS.</summary>
    public const string StorageNotPossible = nameof(StorageNotPossible);

    /// <summary>The network set-up asked for cannot be made by MAAS.</summary>
    public const string NetworkNotPossible = nameof(NetworkNotPossible);

    /// <summary>The node's design is not complete enough for the step.</summary>
    public const string DesignInvalid = nameof(DesignInvalid);

    // Tasks.

    /// <summary>The criteria of the deployment strategy were not met or, without one, something failed; the target is the result. Ends the command, and tells what failed at which step, and how to go on.</summary>
    public const string TaskFailed = nameof(TaskFailed);

    /// <summary>With -ErrorAction Stop: the task did what it could, and nodes differ from the design in what cannot be mended now; (Get-DrydockTask -Last).Nodes says why.</summary>
    public const string TaskDrifted = nameof(TaskDrifted);

    /// <summary>No node of the design is in that rack, or has that tag; a wildcard that fits none is a warning.</summary>
    public const string RackNotFound = nameof(RackNotFound);

    /// <summary>A group that is not critical did not meet its criteria, or was not begun.</summary>
    public const string GroupFailed = nameof(GroupFailed);

    /// <summary>VerifySite found that MAAS is not able to provision.</summary>
    public const string ServiceNotReady = nameof(ServiceNotReady);

    /// <summary>The machine's power controller cannot be asked.</summary>
    public const string PowerQueryFailed = nameof(PowerQueryFailed);

    /// <summary>The action has no such step, or there is no such time limit.</summary>
    public const string UnknownStep = nameof(UnknownStep);

    /// <summary>The action has no such step, or there is no such time limit.</summary>
    public const string InvalidTimeout = nameof(InvalidTimeout);

    /// <summary>The deployment strategy is not sound; the document and the place are named.</summary>
    public const string InvalidStrategy = nameof(InvalidStrategy);

    /// <summary>The deployment strategy is not sound; the document and the place are named.</summary>
    public const string UnknownGroup = nameof(UnknownGroup);

    /// <summary>The deployment strategy is not sound; the document and the place are named.</summary>
    public const string DuplicateGroup = nameof(DuplicateGroup);

    /// <summary>The deployment strategy is not sound; the document and the place are named.</summary>
    public const string GroupCycle = nameof(GroupCycle);

    /// <summary>No strategy of that name, or several and none named.</summary>
    public const string UnknownStrategy = nameof(UnknownStrategy);

    /// <summary>No strategy of that name, or several and none named.</summary>
    public const string AmbiguousStrategy = nameof(AmbiguousStrategy);

    /// <summary>The journal; one that another task is writing cannot be written.</summary>
    public const string JournalNotFound = nameof(JournalNotFound);

    /// <summary>The journal; one that another task is writing cannot be written.</summary>
    public const string JournalNotReadable = nameof(JournalNotReadable);

    /// <summary>The journal; one that another task is writing cannot be written.</summary>
    public const string JournalNotWritable = nameof(JournalNotWritable);

    /// <summary>The journal tells of no such task, or the files of its design are gone: -Design.</summary>
    public const string TaskNotFound = nameof(TaskNotFound);

    /// <summary>The journal tells of no such task, or the files of its design are gone: -Design.</summary>
    public const string DesignNotFound = nameof(DesignNotFound);

    /// <summary>DestroyNodes has ended with success; resuming it would destroy what has come since: begin a new task.</summary>
    public const string TaskEnded = nameof(TaskEnded);

    /// <summary>What was given is of another MAAS than the connection is to.</summary>
    public const string OtherServer = nameof(OtherServer);

    /// <summary>The journal is of a task for another site than the design: give that design, or begin a new task.</summary>
    public const string OtherSite = nameof(OtherSite);

    /// <summary>A step would go beyond the saved plan that was approved.</summary>
    public const string PlanExceeded = nameof(PlanExceeded);

    /// <summary>A file is no saved plan, or one of a later release.</summary>
    public const string PlanNotReadable = nameof(PlanNotReadable);

    /// <summary>A saved plan was made for another design, or for the design before it was changed.</summary>
    public const string PlanOfOtherDesign = nameof(PlanOfOtherDesign);

    /// <summary>Results are not those of a plan, or of several sites or servers: no plan can be made of them.</summary>
    public const string NoPlan = nameof(NoPlan);

    // Simulator.

    /// <summary>Somebody listens on the port already; leave -Port out for any free one.</summary>
    public const string PortNotAvailable = nameof(PortNotAvailable);

    /// <summary>This session (runspace) runs no simulator, and none is named.</summary>
    public const string NoSimulator = nameof(NoSimulator);

    /// <summary>The file is no state that Save-MaasSimulator wrote, or is broken; the message says where.</summary>
    public const string SimulatorStateInvalid = nameof(SimulatorStateInvalid);

    /// <summary>The file system refused.</summary>
    public const string FileNotRead = nameof(FileNotRead);

    /// <summary>The file system refused.</summary>
    public const string FileNotWritten = nameof(FileNotWritten);

    // Anywhere.

    /// <summary>What was under way did not end in time.</summary>
    public const string OperationTimedOut = nameof(OperationTimedOut);

    /// <summary>What stops, takes away or destroys something asks first, and nobody can be asked here: -Confirm:$false where it may be done.</summary>
    public const string ConfirmationNotPossible = nameof(ConfirmationNotPossible);

    /// <summary>A file of the module is not where it belongs.</summary>
    public const string WrongModuleLayout = nameof(WrongModuleLayout);

    /// <summary>An error of this module: please report it, with Get-Error.</summary>
    public const string UnexpectedError = nameof(UnexpectedError);
}
