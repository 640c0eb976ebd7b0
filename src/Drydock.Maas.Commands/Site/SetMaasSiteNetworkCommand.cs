using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning;

namespace Drydock.Maas.Commands.Site;

/// <summary>Makes the fabrics, VLANs, subnets, ranges, routes, domains and DHCP of a site as its design wants them.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteNetworkCommand : StepCommand
{
    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    public SiteDesign? Design { get; set; }

    /// <summary>Takes the step for one site and writes a result for each network.</summary>
    protected override void ProcessRecord()
    {
        Accept(Design!);
        var run = SiteNetworkRun.Create(Connection, new StepOptions { PollInterval = DefaultPollInterval }, StepHost);
        foreach (var result in Await(token => run.RunAsync(Design!, token)))
        {
            if (result.Status == StepStatus.Failed)
                WriteFailure(result);
            WriteObject(result);
        }

        WriteProgress(Board.Complete());
    }
}
