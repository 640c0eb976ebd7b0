using System.Management.Automation;
using System.Net;
using System.Security;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Commands.Simulator;

namespace Drydock.Maas.Commands.Connection;

/// <summary>Connects this runspace to a MAAS; verifies address, version, API key and administrator's right at once.</summary>
[Cmdlet(VerbsCommunications.Connect, "Maas")]
[OutputType(typeof(MaasSession))]
public sealed class ConnectMaasCommand : ModuleCommand
{
    /// <summary>The server's address in any form: host, host:port, with or without /MAAS and /api/2.0/. MAAS_URL when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Url { get; set; }

    /// <summary>The API key, consumer:token:secret, as SecureString or text. MAAS_APIKEY when left out.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [SecureText]
    [ValidateNotNull]
    public SecureString? ApiKey { get; set; }

    /// <summary>A PEM file with certificates of authorities to trust beside the system's. MAAS_CACERT when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CACertificatePath { get; set; }

    /// <summary>Accept any certificate. The connection can then be read and changed by others.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>The proxy to go through, as http://host:port; that of the environment (HTTPS_PROXY, HTTP_PROXY) when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Proxy { get; set; }

    /// <summary>User and password for the proxy.</summary>
    [Parameter]
    [Credential]
    [ValidateNotNull]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Go through no proxy, whatever the environment says.</summary>
    [Parameter]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>
    /// Connect as a user who is no administrator, too. Most of what reads works then; what such a user may not do is refused by MAAS.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipAdministratorCheck { get; set; }

    /// <summary>How long one request may take, in seconds; three times as long where MAAS waits for a power controller before it answers (3.5 and later).</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 300;

    /// <summary>Connects and makes the session the runspace's current one.</summary>
    protected override void ProcessRecord()
    {
        var url = Url
            ?? RequireVariable("MAAS_URL", ErrorIds.InvalidUrl, "Give the address of the MAAS as -Url, or in the environment variable MAAS_URL.");
        var key = ApiKey is { } secret
            ? new NetworkCredential("", secret).Password
            : RequireVariable("MAAS_APIKEY", ErrorIds.InvalidApiKey, "Give the API key as -ApiKey, or in the environment variable MAAS_APIKEY.");
        var options = new MaasConnectionOptions
        {
            Url = url,
            ApiKey = key,
            CaCertificatePath = FindCertificatePath(),
            SkipCertificateCheck = SkipCertificateCheck,
            RequireAdministrator = !SkipAdministratorCheck,
            Proxy = ChooseProxy(),
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
        };
        Connect(options);
    }

    private void Connect(MaasConnectionOptions options)
    {
        try
        {
            WarnOfReaders(MaasUrl.Normalize(options.Url));
            var session = Await(token => MaasConnector.ConnectAsync(options, token));
            if (RunningSimulators.Find(session.Url) is { } simulator)
                session.PollPace = simulator.PollPace;
            SessionStore.Add(session);
            SessionStore.Current = session;
            WriteVerbose($"Connected to MAAS {session.Version} at {session.Url} as {session.User}.");
            WriteObject(session);
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(options.Url));
        }
    }

    private void WarnOfReaders(Uri address)
    {
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            WriteWarning($"The API key is sent to {address} without encryption, and whoever is on the way can read and use it. "
                + "Connect by https, in MAAS port 5443, or through a tunnel to this machine.");
        }

        if (SkipCertificateCheck)
            WriteWarning($"The certificate of {address} is not checked; others on the way can read and change what is sent.");
    }

    private OutboundProxy? ChooseProxy()
    {
        if (NoProxy && Proxy is not null)
            ThrowTerminatingError(ErrorRecords.InvalidArgument(ErrorIds.InvalidProxy, "-Proxy and -NoProxy contradict each other.", Proxy));
        if (NoProxy)
            return null;
        if (Proxy is null && ProxyCredential is null)
            return OutboundProxy.OfEnvironment;
        var text = Proxy?.Contains("://", StringComparison.Ordinal) == false ? $"http://{Proxy}" : Proxy;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https" or "socks5") || address.Host.Length == 0)
            ThrowTerminatingError(ErrorRecords.InvalidArgument(ErrorIds.InvalidProxy, "Give the proxy as -Proxy http://host:port.", Proxy));
        return OutboundProxy.At(address!, ProxyCredential?.GetNetworkCredential());
    }

    private string? FindCertificatePath()
    {
        var path = CACertificatePath ?? Environment.GetEnvironmentVariable("MAAS_CACERT");
        return string.IsNullOrWhiteSpace(path) ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
    }

    private string RequireVariable(string variable, string errorId, string message)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrWhiteSpace(value))
            ThrowTerminatingError(ErrorRecords.InvalidArgument(errorId, message, null));
        return value!;
    }
}
