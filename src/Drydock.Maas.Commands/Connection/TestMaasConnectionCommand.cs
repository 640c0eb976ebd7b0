using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.Services;

namespace Drydock.Maas.Commands.Connection;

/// <summary>Looks whether the connected MAAS is able to provision: version, clock, admin right, images, rack controllers.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MaasConnection")]
[OutputType(typeof(ConnectionCheck), typeof(bool))]
public sealed class TestMaasConnectionCommand : MaasCommand
{
    /// <summary>Write only whether nothing has failed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Makes the checks and writes them.</summary>
    protected override void EndProcessing()
    {
        var checks = Await(token => ServiceChecks.RunAsync(Connection.Client, TimeProvider.System, token));
        if (Quiet)
        {
            WriteObject(checks.All(c => c.Status != CheckStatus.Failed));
            return;
        }

        foreach (var check in checks)
            WriteObject(check);
    }
}
