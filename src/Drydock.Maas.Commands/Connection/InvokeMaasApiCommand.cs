using System.Collections;
using System.Management.Automation;
using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Connection;

/// <summary>
/// Sends any request to MAAS: the way to what has no cmdlet. Asks before DELETE and before operations that stop, take away or undo something.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "MaasApi", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeMaasApiCommand : MaasCommand
{
    /// <summary>The path below api/2.0/, for example machines/, or a resource_uri as MAAS gives it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceUri", "resource_uri")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ApiPathCompleter))]
    public string[] Path { get; set; } = [];

    /// <summary>GET, POST, PUT or DELETE.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PUT", "DELETE", IgnoreCase = true)]
    public string Method { get; set; } = "GET";

    /// <summary>The operation (op), for example power_parameters.</summary>
    [Parameter]
    [Alias("Op")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ApiOperationCompleter))]
    public string? Operation { get; set; }

    /// <summary>Parameters by name; a list sends the name once for each of its values.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Parameter { get; set; } = new Hashtable();

    /// <summary>Write the body as it is, as text.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>An object whose ResourceUri is piped in: the request goes to the MAAS it came from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public MaasResource? Source { get; set; }

    /// <summary>The address of the MAAS that a row whose ResourceUri is piped in was read from.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public Uri? MaasUrl { get; set; }

    private protected override bool TakesSessionOfInput => true;

    /// <summary>Sends a request for each path.</summary>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            try
            {
                Send(path, ChooseSession(InputOrigin.FromObject(Source, MaasUrl)));
            }
            catch (MaasException e)
            {
                WriteError(e.ToErrorRecord(path));
            }
        }
    }

    private void Send(string path, MaasSession session)
    {
        var request = new RawRequest { Method = Method, Path = path, Operation = Operation, Parameters = [.. ApiParameters.ToPairs(Parameter)] };
        var impact = ApiImpact.Rate(Method, path, [Operation, .. FindParameters("op")]);
        if (impact == ConfirmImpact.None || IsApproved($"{path} of {session.Url}", DescribeAction(), impact))
            Write(Await(token => session.Client.SendAsync(request, token)), session.Url);
    }

    private string DescribeAction()
    {
        var operation = Operation ?? FindParameters("op").FirstOrDefault();
        return operation is null ? Method.ToUpperInvariant() : $"{Method.ToUpperInvariant()} op={operation}";
    }

    private IEnumerable<string?> FindParameters(string name) => ApiParameters.ToPairs(Parameter).Where(p => p.Key == name).Select(p => p.Value);

    private void Write(RawResponse answer, Uri server)
    {
        if (answer.Body.IsEmpty)
            return;
        if (Raw || answer.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
            WriteObject(Encoding.UTF8.GetString(answer.Body.Span));
        else
            WriteObject(JsonObjects.Read(answer.Body, server), enumerateCollection: true);
    }
}
