using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>machines/?op=add_chassis</c>: racks are asked to look for machines in a chassis, and find none.</summary>
internal sealed class ChassisApi : IApiModule
{
    private static readonly string[] Types =
        ["recs_box", "ucsm", "mscm", "hmcz", "msftocs", "proxmox", "sm15k", "vmware", "virsh", "powerkvm", "seamicro15k"];

    private static readonly string[] NeedPassword = ["hmcz", "mscm", "msftocs", "recs_box", "seamicro15k", "ucsm", "vmware"];
    private static readonly string[] TakePrefix = ["hmcz", "powerkvm", "virsh", "vmware", "proxmox"];
    private static readonly string[] TakePort = ["msftocs", "recs_box", "vmware"];
    private static readonly string[] PowerControls = ["ipmi", "restapi", "restapi2"];

    public void Register(Router router) => router.Map("POST", "machines/", "add_chassis", Add, Access.Admin);

    private static ApiResponse Add(ApiCall call)
    {
        var type = ReadType(call.Post);
        var hostname = call.Post.Demand("hostname");
        if ((RefuseCredentials(call.Post, type) ?? RefuseOptions(call.Post, type)) is { } refusal)
            return refusal;
        QueryFlag.Read(call.Post, "verify_ssl");
        if (call.Post.Get("domain") is { } domain && !call.State.Domains.Exists(known => Lookup.Matches(domain, known.Id, known.Name)))
            return RefuseDomain(domain);
        var racks = call.State.RackControllers.ToList();
        if (call.Post.Get("rack_controller") is { } name)
        {
            racks = racks.FindAll(rack => rack.SystemId == name || rack.Hostname == name);
            if (racks.Count == 0)
                return ApiResponse.Text(404, $"Unable to find specified rack {name}");
        }

        if (racks.Exists(rack => !RackConnectivity.IsConnected(call.State, rack)))
            throw RackRequirements.Unreachable(call.State);
        return ApiResponse.Text(200, $"Asking {string.Join(", ", racks.Select(rack => rack.Hostname))} to add machines from chassis {hostname}");
    }

    private static string ReadType(ParameterSet post)
    {
        var type = post.Demand("chassis_type");
        if (!Types.Contains(type))
            throw new ApiException(ApiResponse.Text(400, $"Invalid chassis_type: Value must be one of: {string.Join("; ", Types)} (not {PythonLiteral.Quote(type)})"));
        return type == "sm15k" ? "seamicro15k" : type;
    }

    /// <summary>What is asked for by number and not there is a fault; by name it is told.</summary>
    private static ApiResponse RefuseDomain(string domain) => IntegerText.Parse(domain) is null
        ? ApiResponse.Text(404, $"Unable to find specified domain {domain}") with { ContentType = ApiResponse.HtmlType }
        : ApiResponse.Text(500, "Domain matching query does not exist.");

    private static ApiResponse? RefuseCredentials(ParameterSet post, string type)
    {
        if (NeedPassword.Contains(type))
        {
            post.Demand("username");
            post.Demand("password");
            return null;
        }

        if (type != "proxmox")
            return post.Has("username") ? ApiResponse.Text(400, $"username can not be specified when using the {type} chassis.") : null;
        post.Demand("username");
        var (password, token, secret) = (post.Get("password") is { Length: > 0 }, post.Get("token_name") is { Length: > 0 }, post.Get("token_secret") is { Length: > 0 });
        var wrong = (password, token, secret) switch
        {
            (false, false, false) => "You must use a password or token with Proxmox.",
            (true, true, true) => "You may only use a password or token with Proxmox, not both.",
            (false, true, false) or (false, false, true) => "Proxmox requires both a token_name and token_secret.",
            _ => null,
        };
        return wrong is null ? null : ApiResponse.Text(400, wrong) with { ContentType = ApiResponse.HtmlType };
    }

    private static ApiResponse? RefuseOptions(ParameterSet post, string type)
    {
        if (post.Has("prefix_filter") && !TakePrefix.Contains(type))
            return Unavailable("prefix_filter", type);
        if (post.Get("power_control") is { } control && !PowerControls.Contains(control))
            return ApiResponse.Text(400, $"Invalid power_control: Value must be one of: {string.Join("; ", PowerControls)} (not {PythonLiteral.Quote(control)})");
        if (post.Has("power_control") && type != "seamicro15k")
            return Unavailable("power_control", type);
        if (post.Get("port") is { } port && RefusePort(port) is { } wrong)
            return ApiResponse.Text(400, $"Invalid port: {wrong}");
        if (post.Has("port") && !TakePort.Contains(type))
            return Unavailable("port", type);
        return post.Has("protocol") && type != "vmware" ? Unavailable("protocol", type) : null;
    }

    private static string? RefusePort(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port)
        ? port switch
        {
            < 1 => "Please enter a number that is 1 or greater",
            > 65535 => "Please enter a number that is 65535 or smaller",
            _ => null,
        }
        : "Please enter an integer value";

    private static ApiResponse Unavailable(string field, string type) => ApiResponse.Text(400, $"{field} is unavailable with the {type} chassis type");
}
