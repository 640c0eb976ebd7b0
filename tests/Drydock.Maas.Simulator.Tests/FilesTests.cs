using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Seeding;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>Files of users, and subnets as networks.</summary>
public sealed class FilesTests
{
    private readonly SimulatorCore _core = MaasSimulator.CreateCore(new());

    [Fact]
    public void A_file_is_kept_listed_read_and_deleted()
    {
        Assert.Equal(201, Send("juju-state", "content").Status);
        Assert.Equal(201, Send("juju-state", "newer").Status);

        Assert.Equal("juju-state", Assert.Single(JsonNode.Parse(Ask("GET", "files/").BodyText)!.AsArray())!["filename"]!.GetValue<string>());
        Assert.Equal("newer", Ask("GET", "files/", "op=get&filename=juju-state").BodyText);
        Assert.Equal(Convert.ToBase64String("newer"u8), JsonNode.Parse(Ask("GET", "files/juju-state/").BodyText)!["content"]!.GetValue<string>());
        Assert.Equal(204, Ask("DELETE", "files/juju-state/").Status);
        Assert.Equal("bug1123986", Ask("GET", "files/juju-state/").Headers["Workaround"]);
    }

    [Fact]
    public void Who_knows_the_key_of_a_file_reads_it_without_credentials()
    {
        Send("shared", "content");
        var key = _core.State.Files[0].Key;

        Assert.Equal("content", _core.Handle(Request("GET", "files/", $"op=get_by_key&key={key}")).BodyText);
        Assert.Equal(400, _core.Handle(Request("GET", "files/", "op=get&filename=shared")).Status);
    }

    [Fact]
    public void Subnets_are_read_as_networks_too_and_not_changed()
    {
        var network = JsonNode.Parse(Ask("GET", "networks/").BodyText)![0]!;

        Assert.Equal($"subnet-{_core.State.Subnets[0].Id}", network["name"]!.GetValue<string>());
        Assert.Equal("255.255.255.0", network["netmask"]!.GetValue<string>());
        Assert.Equal(network.ToJsonString(), JsonNode.Parse(Ask("GET", $"networks/{network["name"]}/").BodyText)!.ToJsonString());
        Assert.Equal(410, Ask("POST", "networks/").Status);
    }

    private ApiResponse Ask(string method, string path, string query = "") => _core.HandleAs(Admin, Request(method, path, query));

    private ApiResponse Send(string name, string content)
    {
        var body = $"--x\r\nContent-Disposition: form-data; name=\"filename\"\r\n\r\n{name}\r\n"
            + $"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\n{content}\r\n--x--\r\n";
        return _core.HandleAs(Admin, Request("POST", "files/", "") with { ContentType = "multipart/form-data; boundary=x", Body = Encoding.UTF8.GetBytes(body) });
    }

    private State.SimulatedUser Admin => _core.State.Users.First(user => user.Username == SiteSeeder.AdminName);

    private static ApiRequest Request(string method, string path, string query) => new(method, "/MAAS/api/2.0/" + path) { Query = query };
}
