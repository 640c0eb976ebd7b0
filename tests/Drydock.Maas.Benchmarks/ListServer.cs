using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Drydock.Maas.Benchmarks;

/// <summary>A server on loopback that sends a list of as many machines as it is told, without holding more than one.</summary>
internal sealed class ListServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _machines;
    private readonly byte[] _rest = Encoding.UTF8.GetBytes(Rest());

    public ListServer(int machines)
    {
        _machines = machines;
        _listener.Start();
        _ = ServeAsync();
    }

    public string Url => $"http://{_listener.LocalEndpoint}/MAAS";

    public long Bytes => (long)_machines * (Start(0).Length + _rest.Length + 1) + 1;

    public void Dispose() => _listener.Dispose();

    private static byte[] Start(int number) =>
        Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{{\"system_id\": \"n{number:000000}\", \"hostname\": \"node{number:000000}\", "));

    /// <summary>What all machines have in common: 18 interfaces and 6 disks, about 15 kB as MAAS writes it.</summary>
    private static string Rest()
    {
        const string Vlan =
            """{"vid": 0, "mtu": 1500, "dhcp_on": true, "external_dhcp": null, "relay_vlan": null, "primary_rack": "k6hth3", "fabric_id": 0, "name": "untagged", "space": "mgmt", "id": 1, "fabric": "fabric-0", "secondary_rack": null, "resource_uri": "/MAAS/api/2.0/vlans/1/"}""";
        var interfaces = Enumerable.Range(0, 18).Select(i =>
            $$"""{"link_speed": 10000, "discovered": null, "link_connected": true, "interface_speed": 25000, "name": "eth{{i}}", "numa_node": 0, "vlan": {{Vlan}}, "parents": [], "links": [], "children": [], "sriov_max_vf": 0, "firmware_version": "1.2", "vendor": "Vendor", "product": "Product", "id": {{i}}, "type": "physical", "effective_mtu": 1500, "enabled": true, "mac_address": "52:54:00:00:00:{{i:x2}}", "tags": ["a"], "params": "", "resource_uri": "/MAAS/api/2.0/nodes/x/interfaces/{{i}}/"}""");
        var disks = Enumerable.Range(0, 6).Select(i =>
            $$"""{"firmware_version": null, "uuid": null, "available_size": 0, "used_size": 500000000000, "filesystem": null, "serial": "S{{i}}", "model": "M", "name": "sd{{i}}", "numa_node": 0, "path": "/dev/disk/by-dname/sd{{i}}", "size": 500000000000, "partition_table_type": "GPT", "storage_pool": null, "partitions": [], "id": {{i}}, "used_for": "Unused", "type": "physical", "id_path": "/dev/sd{{i}}", "block_size": 512, "tags": ["ssd"], "resource_uri": "/MAAS/api/2.0/nodes/x/blockdevices/{{i}}/"}""");
        return $$"""
            "status": 4, "status_name": "Ready", "owner": null, "architecture": "amd64/generic", "cpu_count": 64, "memory": 262144, "storage": 3000000.0,
            "power_state": "off", "power_type": "ipmi", "tag_names": ["compute", "ssd"], "zone": {"name": "default", "description": "", "id": 1},
            "pool": {"name": "default", "description": "", "id": 0}, "interface_set": [{{string.Join(", ", interfaces)}}],
            "blockdevice_set": [{{string.Join(", ", disks)}}], "locked": false, "netboot": true}
            """;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(connection.GetStream());
            }
            catch (Exception e) when (e is IOException)
            {
                // A reader that had enough.
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var path = (await reader.ReadLineAsync() ?? "").Split(' ').ElementAtOrDefault(1) ?? "";
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        await using var output = new BufferedStream(stream, 64 * 1024);
        if (path.Contains("machines/", StringComparison.Ordinal))
            await SendMachinesAsync(output);
        else
            await SendAsync(output, path.Contains("version/", StringComparison.Ordinal)
                ? """{"version": "3.4.10", "subversion": "", "capabilities": []}"""
                : """{"username": "admin", "email": "", "is_superuser": true}""");
    }

    private async Task SendMachinesAsync(BufferedStream output)
    {
        await output.WriteAsync(Head(Bytes));
        for (var number = 0; number < _machines; number++)
        {
            output.WriteByte((byte)(number == 0 ? '[' : ','));
            await output.WriteAsync(Start(number));
            await output.WriteAsync(_rest);
        }

        output.WriteByte((byte)']');
    }

    private static async Task SendAsync(BufferedStream output, string json)
    {
        await output.WriteAsync(Head(json.Length));
        await output.WriteAsync(Encoding.ASCII.GetBytes(json));
    }

    private static byte[] Head(long length) => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"));
}
