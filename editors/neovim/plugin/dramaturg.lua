-- Dramaturg for Neovim (0.7 and newer): files that end in .drama get the language server `dramaturg lsp`.
-- `vim.g.dramaturg_cmd` is the command to start, by default { "dramaturg", "lsp" }.

vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  pattern = "*.drama",
  command = "setfiletype dramaturg",
})

local clients = {}

-- The nearest folder above the file that is a repository, else the file's own.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ":p:h")
  local git = vim.fn.finddir(".git", folder .. ";")
  return git ~= "" and vim.fn.fnamemodify(git, ":p:h:h") or folder
end

-- On Windows npm installs a script whose whole name has to be given.
local function command_to_start()
  local command = vim.deepcopy(vim.g.dramaturg_cmd or { "dramaturg", "lsp" })
  local path = vim.fn.exepath(command[1])
  if path == "" then
    vim.notify_once(command[1] .. " was not found: npm install --global dramaturg", vim.log.levels.WARN)
    return nil
  end
  command[1] = path
  return command
end

local function start(buffer)
  local command = command_to_start()
  if not command then
    return
  end
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  local config = {
    name = "dramaturg",
    cmd = command,
    root_dir = root,
  }
  -- Since 0.8 Neovim itself knows which server a buffer can share.
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  if not (clients[root] and vim.lsp.get_client_by_id(clients[root])) then
    clients[root] = vim.lsp.start_client(config)
  end
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

-- Has the server execute a command about the world in this buffer; the answer is shown when it comes.
local function ask(command, argument)
  local uri = vim.uri_from_bufnr(0)
  vim.lsp.buf_request(0, "workspace/executeCommand", {
    command = command,
    arguments = { uri, argument },
  }, function(err)
    if err then
      vim.notify(err.message, vim.log.levels.WARN)
    end
  end)
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = "dramaturg",
  callback = function(event)
    local buffer = event.buf or tonumber(vim.fn.expand("<abuf>"))
    vim.bo[buffer].commentstring = "// %s"
    vim.bo[buffer].shiftwidth = 2
    vim.bo[buffer].expandtab = true
    local function command(name, run)
      vim.api.nvim_buf_create_user_command(buffer, name, run, {})
    end
    command("DramaturgTell", function()
      ask("dramaturg.tell")
    end)
    command("DramaturgTest", function()
      ask("dramaturg.test")
    end)
    command("DramaturgWhy", function()
      ask("dramaturg.why", vim.lsp.util.make_position_params(0, "utf-16").position)
    end)
    start(buffer)
  end,
})
