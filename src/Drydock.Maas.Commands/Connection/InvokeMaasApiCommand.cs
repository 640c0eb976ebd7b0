using System.Collections;
using System.Management.Automation;
using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;

namespace Drydock.Maas.Commands.Connection;

/// <summary>Sends any request to MAAS: the way to what has no cmdlet.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "MaasApi", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeMaasApiCommand : MaasCommand
{
    /// <summary>The path below api/2.0/, for example machines/, or a resource_uri as MAAS gives it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceUri", "resource_uri")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ApiCompleter))]
    public string[] Path { get; set; } = [];

    /// <summary>GET, POST, PUT or DELETE.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PUT", "DELETE", IgnoreCase = true)]
    public string Method { get; set; } = "GET";

    /// <summary>The operation (op), for example power_parameters.</summary>
    [Parameter]
    [Alias("Op")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ApiCompleter))]
    public string? Operation { get; set; }

    /// <summary>Parameters by name; a list sends the name once for each of its values.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Parameter { get; set; } = new Hashtable();

    /// <summary>Write the body as it is, as text.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>Sends a request for each path.</summary>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            var request =
                new ApiRequest { Method = Method, Path = path, Operation = Operation, Parameters = [.. ApiParameters.Pairs(Parameter)] };
            var isRead = string.Equals(Method, "GET", StringComparison.OrdinalIgnoreCase);
            if (!isRead
                && !ShouldProcess(target: $"{path} of {Connection.Url}",
                    action: Operation is null ? Method.ToUpperInvariant() : $"{Method.ToUpperInvariant()} op={Operation}"))
                continue;
            try
            {
                Write(Await(token => Connection.Client.SendAsync(request, token)));
            }
            catch (MaasException e)
            {
                WriteError(e.ToErrorRecord(path));
            }
        }
    }

    private void Write(ApiAnswer answer)
    {
        if (answer.Body.IsEmpty)
            return;
        if (Raw || answer.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
            WriteObject(Encoding.UTF8.GetString(answer.Body.Span));
        else
            WriteObject(JsonObjects.Read(answer.Body), enumerateCollection: true);
    }
}
