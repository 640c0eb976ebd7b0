using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets the SSH keys of the connection's user (GET account/prefs/sshkeys/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasSshKey")]
[OutputType(typeof(SshKey))]
public sealed class GetMaasSshKeyCommand : MaasCommand
{
    /// <summary>Writes them.</summary>
    protected override void EndProcessing()
    {
        foreach (var key in Fetch(token => Connection.Client.SshKeys.ListAsync(token)))
            WriteObject(key);
    }
}
