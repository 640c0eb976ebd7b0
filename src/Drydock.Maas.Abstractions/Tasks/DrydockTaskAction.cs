namespace Drydock.Maas.Tasks;

/// <summary>Actions of whole tasks; the names are those of Drydock's actions.</summary>
public enum DrydockTaskAction
{
    /// <summary>Looks whether MAAS is able to provision (verify_site).</summary>
    VerifySite,

    /// <summary>Sets up networks, SSH keys, package repositories and tags of the site (prepare_site).</summary>
    PrepareSite,

    /// <summary>Finds the machines of nodes and asks their power (verify_nodes).</summary>
    VerifyNodes,

    /// <summary>Names machines and commissions them (prepare_nodes).</summary>
    PrepareNodes,

    /// <summary>Sets up network, storage and platform, and deploys (deploy_nodes).</summary>
    DeployNodes,

    /// <summary>Releases machines and removes them from MAAS (destroy_nodes).</summary>
    DestroyNodes,
}
