using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Tags;

/// <summary>Makes tags (POST tags/).</summary>
[Cmdlet(VerbsCommon.New, "MaasTag", SupportsShouldProcess = true)]
[OutputType(typeof(Tag))]
public sealed class NewMaasTagCommand : MaasCommand
{
    /// <summary>Names: letters, digits, _ and -.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>An XPath over lshw: MAAS tags the machines it fits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Definition { get; set; }

    /// <summary>Kernel parameters that machines with the tag boot with.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("KernelOpts")]
    [ValidateNotNullOrEmpty]
    public string? KernelOption { get; set; }

    /// <summary>The comment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Comment { get; set; }

    /// <summary>Makes each.</summary>
    protected override void ProcessRecord()
    {
        foreach (var name in Name.Where(n => ShouldProcess($"tag {n}", "make")))
        {
            var tag = new TagRequest { Name = name, Definition = Definition, KernelOpts = KernelOption, Comment = Comment };
            try
            {
                WriteObject(Await(token => Connection.Client.Tags.CreateAsync(tag, token)));
            }
            catch (MaasException e)
            {
                WriteError(e.ToErrorRecord(name));
            }
        }
    }
}
